package amends.messages.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customers.Purpose;
import amends.messages.broadcast.Broadcast;
import amends.messages.social.PublicPost.State;
import amends.shared.Duty;
import amends.shared.NotFound;
import amends.testing.FakeHttp.Mood;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the brand says in public by itself, on both networks. */
class PublicPostTest extends PublicPostWorld {
  @Test
  void anotherPersonReadsItAndLetsItGoAndItLeavesOnceItCannotBeTakenBack() {
    onMastodon();
    assertThatThrownBy(() -> posts.write(words(WORDS, true, null), world.priya))
        .as("she may not write to many")
        .isInstanceOf(RuntimeException.class);
    long id = posts.write(words(WORDS, true, null), wendy);
    assertThatThrownBy(() -> posts.see(id, world.priya)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> posts.release(id, "", wendy)).hasMessage("messages.posts.refusal.own");
    posts.release(id, "", will);
    work();
    assertThat(mastodon.statuses).isEmpty();
    assertThat(state(id)).isEqualTo(State.WAITING);
    posts.takeBack(id, wendy);
    assertThat(state(id)).isEqualTo(State.DRAFT);
    leave();
    assertThat(mastodon.statuses).isEmpty();

    posts.rewrite(id, words(WORDS + " Thank you.", false, null), will);
    posts.release(id, "", wendy);
    leave();

    assertThat(mastodon.statuses)
        .singleElement()
        .returns(WORDS + " Thank you.", FakeMastodon.Status::text)
        .returns("unlisted", FakeMastodon.Status::visibility)
        .returns("", FakeMastodon.Status::answers);
    assertThat(state(id)).isEqualTo(State.SAID);
    assertThat(posts.link(posts.see(id, will))).startsWith("https://social.example/@help/");
    assertThatThrownBy(() -> posts.takeBack(id, wendy)).hasMessage("messages.posts.refusal.gone");
    assertThat(
            sql.sql(
                    """
                    select string_agg(kind, ' ' order by id) from journal_entry
                    where subject_kind = 'public_post' and subject_id = :id
                    """)
                .param("id", id)
                .query(String.class)
                .single())
        .isEqualTo(
            "post.written post.released post.taken_back post.rewritten post.released post.said");
    assertThat(duties).contains(steps);
  }

  @Test
  void itIsCorrectedAndTakenDownThere() {
    onMastodon();
    long id = posts.write(words(WORDS, true, null), world.admin);
    posts.release(id, "", world.admin);
    leave();
    assertThat(mastodon.statuses.getFirst().visibility()).isEqualTo("public");
    assertThatThrownBy(() -> posts.change(id, "On Saturday.", "", wendy))
        .as("nobody corrects alone who may not write widely")
        .isInstanceOf(RuntimeException.class);

    posts.change(id, "Our workshop is closed on Saturday.", "", world.admin);
    assertThatThrownBy(() -> posts.remove(id, wendy))
        .as("one thing after the other")
        .hasMessage("messages.posts.refusal.not-there");
    work();
    assertThat(mastodon.statuses)
        .singleElement()
        .returns("Our workshop is closed on Saturday.", FakeMastodon.Status::text);
    assertThat(posts.see(id, will).shown()).isEqualTo("Our workshop is closed on Saturday.");

    posts.remove(id, wendy);
    mastodon.mood = Mood.BREAKS;
    work();
    assertThat(mastodon.statuses).as("it did it, and broke down over the answer").isEmpty();
    assertThat(state(id)).isEqualTo(State.SAID);
    mastodon.mood = Mood.WELL;
    clock.pass(Duration.ofMinutes(5));
    work();
    assertThat(state(id)).as("what is not there is taken down").isEqualTo(State.REMOVED);
  }

  @Test
  void whoeverIsAffectedHearsBeforeEverybodyDoes() {
    onMastodon();
    world.customer("Ann Berg", "ann@berg.example");
    long about =
        broadcasts.write(
            new Broadcast.Words(
                world.brand.id(),
                Purpose.SERVICE,
                Broadcast.Ways.EMAIL,
                "Your heater",
                "Hello, it is safe."),
            world.admin);
    long id = released("Heaters of May are looked at again.", true, about);
    long hurried = released("Heaters of May: we look at them.", true, about);
    leave();
    assertThat(mastodon.statuses).as("nobody has been told yet").isEmpty();
    assertThat(posts.waits(posts.see(id, will))).isTrue();

    broadcasts.whom(about, "everyone", Map.of(), null, world.admin);
    perform("broadcasts");
    broadcasts.start(about, "1", world.admin);
    perform("broadcasts");
    leave();
    assertThat(mastodon.statuses).as("their mail is on its way").isEmpty();
    posts.takeBack(id, wendy);
    assertThatThrownBy(() -> posts.rewrite(id, words("Ann Berg has a heater.", true, about), wendy))
        .hasMessage("messages.posts.refusal.named");
    posts.release(id, "", will);

    assertThatThrownBy(() -> posts.hurry(hurried, "Everybody asks", will))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> posts.hurry(hurried, " ", world.admin))
        .hasMessage("messages.posts.refusal.why");
    posts.hurry(hurried, "A newspaper has it", world.admin);
    leave();
    assertThat(mastodon.statuses)
        .extracting(FakeMastodon.Status::text)
        .containsExactly("Heaters of May: we look at them.");

    sql.sql("update delivery set done_at = :now, accepted_at = :now where mass")
        .param("now", amends.shared.Sql.at(clock.instant()))
        .update();
    leave();
    assertThat(mastodon.statuses).hasSize(2);
    assertThat(state(id)).isEqualTo(State.SAID);

    long stopped =
        broadcasts.write(
            new Broadcast.Words(
                world.brand.id(), Purpose.SAFETY, Broadcast.Ways.EMAIL, "Danger", "Switch it off."),
            world.admin);
    released("Do not use heaters of May.", true, stopped);
    leave();
    assertThat(mastodon.statuses).as("a warning of a danger waits for nobody").hasSize(3);
  }

  @Test
  void wordsThatAreNotHonestOrNameSomebodyDoNotGo() {
    onMastodon();
    assertThatThrownBy(() -> posts.write(words("x".repeat(501), true, null), wendy))
        .hasMessage("messages.posts.refusal.too-long");
    assertThatThrownBy(() -> posts.write(words("Ask ann@berg.example.", true, null), wendy))
        .hasMessage("messages.posts.refusal.address");
    long ours = posts.write(words("Write to help@fernhill.example.", true, null), wendy);
    assertThat(state(ours)).isEqualTo(State.DRAFT);

    long id = posts.write(words("We are sorry. It will not happen again.", true, null), wendy);
    amends.shared.Refusal refusal =
        org.junit.jupiter.api.Assertions.assertThrows(
            amends.shared.Refusal.class, () -> posts.release(id, "", will));
    assertThat(posts.reasons(refusal)).contains("true_here");
    posts.release(id, "true_here", will);
    leave();
    assertThat(mastodon.statuses).hasSize(1);
    assertThat(count("honesty_overruling where subject_kind = 'public_post'")).isOne();
  }

  @Test
  void whateverBefallsTheNetworkItStandsThereOnceOrSomebodyIsTold() {
    onMastodon();
    long id = released(WORDS, true, null);
    mastodon.mood = Mood.DROPS;
    leave();
    assertThat(mastodon.statuses).hasSize(1);
    assertThat(state(id)).isEqualTo(State.GOING);
    assertThatThrownBy(() -> posts.takeBack(id, will)).hasMessage("messages.posts.refusal.gone");
    mastodon.mood = Mood.WELL;
    clock.pass(Duration.ofMinutes(5));
    work();
    assertThat(mastodon.statuses).as("the same key, the same post").hasSize(1);
    assertThat(state(id)).isEqualTo(State.SAID);

    long unknown = released("Said into the dark.", true, null);
    mastodon.mood = Mood.DROPS;
    leave();
    mastodon.mood = Mood.WELL;
    clock.pass(Duration.ofHours(2));
    work();
    assertThat(mastodon.statuses).as("the network has forgotten the key").hasSize(2);
    assertThat(state(unknown)).isEqualTo(State.FAILED);

    long later = released("Not now.", true, null);
    mastodon.mood = Mood.AWAY;
    leave();
    assertThat(posts.see(later, will).toDo().orElseThrow().trouble()).contains("503");
    clock.pass(Duration.ofMinutes(10));
    posts.takeBack(later, will);
    mastodon.mood = Mood.WELL;
    leave();
    assertThat(mastodon.statuses).hasSize(2);
  }

  @Test
  void blueskyKnowsNoUnlistedPostsAndNoCorrections() {
    onBluesky();
    assertThatThrownBy(() -> posts.write(words(WORDS, false, null), wendy))
        .hasMessage("messages.posts.refusal.listed");
    long id = posts.write(words(WORDS, true, null), world.admin);
    posts.release(id, "", world.admin);
    bluesky.mood = Mood.DROPS;
    leave();
    bluesky.mood = Mood.WELL;
    clock.pass(Duration.ofMinutes(5));
    work();
    assertThat(bluesky.records).hasSize(1);
    assertThat(bluesky.records.values().iterator().next().path("text").asString()).isEqualTo(WORDS);
    assertThat(posts.link(posts.see(id, world.admin)))
        .startsWith("https://bsky.app/profile/" + FakeBluesky.US + "/post/");
    assertThatThrownBy(() -> posts.change(id, "Other words.", "", world.admin))
        .hasMessage("messages.posts.refusal.unchangeable");
    posts.remove(id, world.admin);
    work();
    assertThat(bluesky.records).isEmpty();
    assertThat(state(id)).isEqualTo(State.REMOVED);
  }

  private void perform(String name) {
    Duty duty = duties.stream().filter(d -> d.name().equals(name)).findFirst().orElseThrow();
    while (duty.perform()) {
      // The next batch.
    }
  }
}

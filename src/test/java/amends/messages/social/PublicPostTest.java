package amends.messages.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import amends.customers.Purpose;
import amends.messages.broadcast.Broadcast;
import amends.messages.broadcast.Broadcasts;
import amends.messages.social.PublicPost.State;
import amends.messages.social.PublicPost.Words;
import amends.shared.Actor;
import amends.shared.Duty;
import amends.shared.NotFound;
import amends.staff.Grant;
import amends.staff.NewPerson;
import amends.staff.Person;
import amends.staff.Role;
import amends.staff.Viewer;
import amends.testing.As;
import amends.testing.AsOwner;
import amends.testing.FakeHttp.Mood;
import amends.testing.Fernhill;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What the brand says in public by itself, on both networks. */
class PublicPostTest extends SocialWorld {
  private static final String WORDS = "Our workshop is closed on Friday. We open again on Monday.";

  @Autowired PublicPosts posts;
  @Autowired PublicPostSteps steps;
  @Autowired Broadcasts broadcasts;
  @Autowired List<Duty> duties;

  private Viewer wendy;
  private Viewer will;

  @BeforeAll
  void writers() {
    wendy = writer("Wendy Ash");
    will = writer("Will Oak");
  }

  @BeforeEach
  void nothingWritten() {
    new AsOwner().run("truncate broadcast, customer cascade");
  }

  /** They may write to many for the brand, and not widely. */
  private Viewer writer(String name) {
    String address = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@fernhill.example";
    Person person =
        staff.add(new NewPerson(name, address, Locale.UK, Fernhill.LONDON), Actor.SYSTEM);
    staff.grant(person.id(), Grant.inBrand(Role.LEAD, world.brand.id()), Actor.SYSTEM);
    return staff.viewer(person.id()).orElseThrow();
  }

  private Words words(String body, boolean listed, @Nullable Long about) {
    return new Words(world.brand.id(), connection, body, listed, about);
  }

  private State state(long id) {
    return posts.see(id, world.admin).state(clock.instant());
  }

  private void work() {
    while (steps.perform()) {
      // The next step.
    }
  }

  private long released(String body, boolean listed, @Nullable Long about) {
    long id = posts.write(words(body, listed, about), wendy);
    posts.release(id, "", will);
    return id;
  }

  private void leave() {
    clock.pass(PublicPosts.UNDO);
    work();
  }

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

  @Test
  void fromTheFirstWordToTheLastOnItsPages() throws Exception {
    assertThat(page("/posts/new", wendy)).contains("No social network is connected");
    onMastodon();
    String account = world.brand.id() + ":" + connection;
    MockHttpServletResponse refused =
        send(wendy, "/posts", "account", account, "listed", "yes", "body", "Ask a@b.example");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("leave out a@b.example", "Ask a@b.example");
    String here =
        to(
            send(
                wendy,
                "/posts",
                "account",
                account,
                "listed",
                "yes",
                "body",
                "It will not happen again."));
    assertThat(page(here, wendy)).contains("A draft that you wrote").doesNotContain("Let it go");
    MockHttpServletResponse honest = send(will, here + "/release");
    assertThat(honest.getStatus()).isEqualTo(422);
    assertThat(honest.getContentAsString()).contains("It is so, and we can show it");
    assertThat(page(here + "/words", wendy)).contains("It will not happen again.");
    to(send(wendy, here + "/words", "account", account, "listed", "no", "body", WORDS));
    to(send(will, here + "/release"));
    assertThat(page(here, wendy)).contains("Until then it can be taken back");
    to(send(wendy, here + "/draft"));
    to(send(will, here + "/release"));
    leave();
    assertThat(page(here, world.admin))
        .contains("Read it there", "Correct it", "Take it down", "The network answered 200");
    to(send(world.admin, here + "/change", "body", WORDS + " Sorry."));
    assertThat(page(here, world.admin)).contains("The correction is on its way");
    work();
    to(send(wendy, here + "/removal"));
    work();
    assertThat(page(here, wendy)).contains("Taken down").doesNotContain("Take it down");
    assertThat(page("/posts", wendy)).contains(WORDS + " Sorry.", "Taken down");
    assertThat(send(world.priya, here + "/removal").getStatus()).isEqualTo(404);
  }

  private void perform(String name) {
    Duty duty = duties.stream().filter(d -> d.name().equals(name)).findFirst().orElseThrow();
    while (duty.perform()) {
      // The next batch.
    }
  }

  private String page(String path, Viewer by) throws Exception {
    MockHttpServletResponse answer = send(get(path), by);
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString();
  }

  private MockHttpServletResponse send(Viewer by, String path, String... fields) throws Exception {
    MockHttpServletRequestBuilder request = post(path).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return send(request, by);
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Viewer by)
      throws Exception {
    MockHttpServletResponse answer =
        mvc.perform(request.with(As.person(by.id()))).andReturn().getResponse();
    answer.setCharacterEncoding("UTF-8");
    return answer;
  }

  private static String to(MockHttpServletResponse answer) {
    assertThat(answer.getStatus()).isEqualTo(302);
    return Objects.requireNonNull(answer.getRedirectedUrl());
  }
}

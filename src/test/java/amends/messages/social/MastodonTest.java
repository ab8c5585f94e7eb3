package amends.messages.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customers.Channel;
import amends.messages.Medium;
import amends.messages.Message;
import amends.messages.Way;
import amends.messages.Ways;
import amends.testing.FakeHttp.Mood;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people say to us through Mastodon's API and what we answer, whatever befalls it. */
class MastodonTest extends SocialWorld {
  private static final String RUTH = "@ruth@social.example";

  private void ruthComplains() {
    onMastodon();
    mastodon.says(
        "ruth@social.example", "Ruth", "public", "<p>@help my jug <b>came broken</b></p>", "");
    hear();
  }

  @Test
  void whatSomebodySaysInPublicBecomesACaseThatIsOwnedAndOwesAnAnswer() {
    ruthComplains();
    Message heard = heard(RUTH);
    assertThat(heard.channel()).isEqualTo("public");
    assertThat(heard.replyText()).isEqualTo("@help my jug came broken");
    assertThat(count("promise where kind = 'answer' and subject_id = " + heard.about().id()))
        .isOne();
    assertThat(count("amends_case where channel = 'social' and id = " + heard.about().id()))
        .isOne();
  }

  @Test
  void nothingIsSaidInPublicByItselfAndTheAcknowledgementIsForThemAlone() {
    ruthComplains();
    sendAll();
    assertThat(mastodon.statuses).hasSize(1);
    assertThat(mastodon.statuses.getFirst().visibility()).isEqualTo("direct");
    assertThat(mastodon.statuses.getFirst().text()).startsWith(RUTH + " ").contains("answer");
  }

  @Test
  void aSentenceThatTheHouseHasChosenIsSaidBelowItAndNothingElse() {
    onMastodon();
    sentences.choose(connection, "We are sorry. We write to you directly.", world.admin.actor());
    String post = mastodon.says("ruth@social.example", "Ruth", "public", "<p>Broken</p>", "");
    hear();
    sendAll();
    assertThat(mastodon.statuses)
        .filteredOn(s -> s.visibility().equals("unlisted"))
        .singleElement()
        .satisfies(s -> {
          assertThat(s.text()).isEqualTo(RUTH + " We are sorry. We write to you directly.");
          assertThat(s.answers()).isEqualTo(post);
        });
  }

  @Test
  void theDirectMessageIsOfferedBeforeTheAnswerInPublic() {
    ruthComplains();
    List<Way> all = ways.of(new Ways.To(known(RUTH).id(), world.brand.id(), matter(RUTH)));
    assertThat(all)
        .filteredOn(Way::open)
        .extracting(Way::medium)
        .containsSubsequence(Medium.SOCIAL, Medium.PUBLIC);
    assertThat(cases.replyWay(cases.see(matter(RUTH).id(), world.priya)))
        .hasValueSatisfying(way -> assertThat(way.medium()).isEqualTo(Medium.SOCIAL));
  }

  @Test
  void theyAnswerAndItGoesToTheSameCase() {
    ruthComplains();
    sendAll();
    String ours = mastodon.statuses.getFirst().id();
    long matter = matter(RUTH).id();
    clock.pass(Duration.ofDays(30));
    mastodon.says("ruth@social.example", "Ruth", "direct", "<p>Order 1174 it was</p>", ours);
    hear();
    assertThat(heard(RUTH).about().id()).isEqualTo(matter);
    assertThat(heard(RUTH).channel()).isEqualTo("social");
  }

  @Test
  void whatWasSaidBeforeWeCameIsNotOurs() {
    mastodon.says("old@social.example", "Old", "public", "<p>Years ago</p>", "");
    onMastodon();
    hear();
    assertThat(customers.recognise(Channel.SOCIAL, "@old@social.example")).isEmpty();
  }

  @Test
  void moreThanOnePageIsReadWithoutAHoleAndOnceOnly() {
    onMastodon();
    for (int i = 0; i < 95; i++) {
      mastodon.says("many" + i + "@social.example", "", "public", "<p>Broken " + i + "</p>", "");
    }
    hear();
    assertThat(count("message where direction = 'in' and channel = 'public'")).isEqualTo(95);

    connections.readTo(connection, "1000");
    hear();
    assertThat(count("message where direction = 'in' and channel = 'public'"))
        .as("read again from an older mark, as after a fall")
        .isEqualTo(95);
  }

  @Test
  void oneThatBreaksAfterItTookAPostIsAskedAgainAndThereIsOnePost() {
    ruthComplains();
    mastodon.mood = Mood.BREAKS;
    sendAll();
    assertThat(mastodon.statuses).hasSize(1);
    mastodon.mood = Mood.WELL;
    clock.pass(Duration.ofMinutes(10));
    sendAll();
    assertThat(mastodon.statuses).hasSize(1);
    assertThat(count("delivery where accepted_at is not null")).isOne();
  }

  @Test
  void theLastCallThatIsAllowedIsFollowedByTheQuietThatTheyAskFor() {
    onMastodon();
    mastodon.limits =
        Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "2026-05-12T10:05:00.000000Z");
    mastodon.says("ruth@social.example", "Ruth", "public", "<p>Broken</p>", "");
    hear();
    mastodon.limits = Map.of();
    int calls = mastodon.calls.size();
    sendAll();
    hear();
    assertThat(mastodon.calls).as("called while quiet was asked for").hasSize(calls);
    clock.pass(Duration.ofMinutes(5));
    sendAll();
    assertThat(mastodon.statuses).hasSize(1);
  }

  @Test
  void aTokenThatIsNotGoodAnyMoreIsSaidInWordsAndNothingIsLost() {
    ruthComplains();
    mastodon.mood = Mood.STRANGER;
    sendAll();
    assertThat(connections.get(connection).trouble())
        .isEqualTo("it does not know us, or not with this secret (401)");
    assertThat(connections.test(connection)).startsWith("401");
    mastodon.mood = Mood.WELL;
    clock.pass(Duration.ofMinutes(10));
    sendAll();
    assertThat(mastodon.statuses).hasSize(1);
  }

  @Test
  void aLongDirectMessageIsPartedAndNumberedAndNoneIsTooLong() {
    ruthComplains();
    String words = "We are looking into what happened to your jug today. ".repeat(18).strip();
    long id = say(Medium.SOCIAL, RUTH, words);
    sendAll();
    List<String> parts =
        mastodon.statuses.stream()
            .map(FakeMastodon.Status::text)
            .filter(t -> t.contains("jug"))
            .toList();
    assertThat(parts).hasSize(2);
    assertThat(parts.getFirst()).endsWith("today. (1/2)");
    assertThat(delivery(id).acceptedAt()).isNotNull();
    assertThatThrownBy(() -> say(Medium.SOCIAL, RUTH, "word ".repeat(800)))
        .hasMessage("messages.social.too-long");
    assertThatThrownBy(() -> say(Medium.PUBLIC, RUTH, "word ".repeat(120)))
        .hasMessage("messages.public.too-long");
  }

  @Test
  void nothingOfTheirsIsSaidInPublic() {
    ruthComplains();
    mastodon.says(
        "ruth@social.example",
        "Ruth",
        "direct",
        "<p>my jug from your shop came broken and cut my hand</p>",
        "");
    hear();
    customers.addContact(
        known(RUTH).id(), Channel.LETTER, "4 Mill Lane, Leeds", world.priya.actor());
    refused("Your order 117433 is on its way.", "number");
    refused("We call you on +44 20 7946 0018.", "number");
    refused("We look into AB-4471 today.", "number");
    refused("Write to help@fernhill.example please.", "address");
    refused("A colleague comes to Mill Lane, to 4 Mill Lane exactly.", "person");
    refused("Sorry that your jug from your shop came broken and cut you.", "private");
    long id = say(Medium.PUBLIC, RUTH, "We are sorry, and have written to you at 10:00 on 12 May.");
    sendAll();
    assertThat(delivery(id).acceptedAt()).isNotNull();
  }

  private void refused(String words, String why) {
    assertThatThrownBy(() -> say(Medium.PUBLIC, RUTH, words)).hasMessage("messages.public." + why);
  }
}

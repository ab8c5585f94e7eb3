package amends.messages.social;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customers.Channel;
import amends.messages.Medium;
import amends.messages.Next;
import amends.messages.Outgoing;
import amends.testing.FakeHttp.Mood;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The same over the AT Protocol, with tokens that run out and a chat that may be closed. */
class BlueskyTest extends SocialWorld {
  private static final String DID = "did:plc:ruth";
  private static final String RUTH = "@ruth.bsky.example";

  private void ruthComplains() {
    onBluesky();
    bluesky.says(DID, "@help my jug came broken", "");
    hear();
  }

  @Test
  void aMentionBecomesACaseAndTheAcknowledgementGoesToTheChat() {
    ruthComplains();
    sendAll();
    assertThat(heard(RUTH).replyText()).isEqualTo("@help my jug came broken");
    assertThat(bluesky.records).isEmpty();
    assertThat(bluesky.told).singleElement().asString().contains("answer");
  }

  @Test
  void anAnswerInPublicNamesWhatItAnswersAndTheBeginningOfTheThread() {
    ruthComplains();
    say(Medium.PUBLIC, RUTH, "We are sorry, and have written to you.");
    sendAll();
    JsonNode record = bluesky.records.values().iterator().next();
    assertThat(record.path("reply").path("parent").path("uri").asString())
        .isEqualTo("at://" + DID + "/app.bsky.feed.post/1");
    assertThat(record.path("reply").path("root").path("cid").asString()).isEqualTo("cid1");
    assertThat(bluesky.records.keySet()).allMatch(k -> k.matches("[234567a-j][2-7a-z]{12}"));
  }

  @Test
  void aPostThatWasTakenBeforeItBrokeIsFoundAndNotMadeTwice() {
    ruthComplains();
    sendAll();
    long id = say(Medium.PUBLIC, RUTH, "We are sorry, and have written to you.");
    bluesky.mood = Mood.BREAKS;
    sendAll();
    assertThat(bluesky.records).hasSize(1);
    bluesky.mood = Mood.WELL;
    clock.pass(Duration.ofMinutes(10));
    sendAll();
    assertThat(bluesky.records).hasSize(1);
    assertThat(delivery(id).acceptedAt()).isNotNull();
  }

  @Test
  void aMessageThatWasTakenBeforeItBrokeIsSeenInTheChatAndNotSaidTwice() {
    ruthComplains();
    bluesky.mood = Mood.DROPS;
    sendAll();
    bluesky.mood = Mood.WELL;
    for (int i = 0; i < 3; i++) {
      clock.pass(Duration.ofMinutes(10));
      sendAll();
    }
    assertThat(bluesky.told).hasSize(1);
    assertThat(count("delivery where accepted_at is not null")).isOne();
  }

  @Test
  void aTokenThatRanOutIsRenewedAndTheWorkGoesOn() {
    ruthComplains();
    bluesky.tokensRunOut();
    sendAll();
    assertThat(bluesky.refreshed).hasValue(1);
    assertThat(bluesky.told).hasSize(1);
    assertThat(connections.get(connection).trouble()).isNull();
  }

  @Test
  void aChatThatIsClosedToUsIsSaidAndTheNextWayIsTaken() {
    ruthComplains();
    sendAll();
    customers.addContact(
        known(RUTH).id(), Channel.EMAIL, "ruth@adeyemi.example", world.priya.actor());
    bluesky.closedTo.add(DID);
    long id =
        messages.send(
            new Outgoing(
                    matter(RUTH),
                    known(RUTH).id(),
                    RUTH,
                    "Your jug",
                    "We have found out what happened to it.",
                    Outgoing.Kind.REPLY,
                    world.priya.actor(),
                    world.brand.id(),
                    null,
                    new Next.NothingMore())
                .by(Medium.SOCIAL, RUTH)
                .goingOn());
    sendAll();
    assertThat(messages.message(id).orElseThrow().channel()).isEqualTo("email");
    assertThat(
            sql.sql("select failed_why from delivery where failed_at is not null")
                .query(String.class)
                .single())
        .contains("recipient requires incoming messages to come from someone they follow");
  }

  @Test
  void whatTheyWriteInTheChatGoesToTheirCase() {
    ruthComplains();
    sendAll();
    long matter = matter(RUTH).id();
    bluesky.writes(DID, "Order 1174 it was");
    hear();
    assertThat(heard(RUTH).about().id()).isEqualTo(matter);
    assertThat(heard(RUTH).channel()).isEqualTo("social");
    hear();
    assertThat(count("message where direction = 'in'")).isEqualTo(2);
  }

  @Test
  void severalPagesAreReadBackToTheMark() {
    onBluesky();
    for (int i = 0; i < 7; i++) {
      bluesky.says("did:plc:many" + i, "Broken", "");
    }
    hear();
    hear();
    assertThat(count("message where direction = 'in' and channel = 'public'")).isEqualTo(7);
  }

  @Test
  void aWrongPasswordIsSaidInWords() {
    long wrong = connected("bluesky", bluesky.url(), "help.fernhill.example", "not-it");
    assertThat(connections.test(wrong))
        .isEqualTo("it does not know us, or not with this secret (401)");
  }
}

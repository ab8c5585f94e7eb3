package amends.messages;

import static org.assertj.core.api.Assertions.assertThat;

import amends.testing.AsOwner;
import amends.testing.FakeRelay.Got;
import amends.testing.FakeRelay.Mood;
import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CourierTest extends MailTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Autowired Deliveries deliveries;
  @Autowired Outcomes outcomes;

  @Test
  void sendsOnceWithAddressesThatFindTheirWayBack() {
    long id = send(reply("ann@example.org"));

    sendAll();
    sendAll();

    assertThat(relay.got()).hasSize(1);
    Got got = relay.got().getFirst();
    assertThat(got.to()).isEqualTo("ann@example.org");
    assertThat(got.mailFrom()).startsWith("bounce+");
    assertThat(got.header("Message-ID")).isEqualTo(addresses.messageId(CASE, 7, id));
    assertThat(got.text()).contains(addresses.replyTo(CASE, 7)).contains("A new one is on its way");
    assertThat(got.header("Auto-Submitted")).isEmpty();
    Message.Delivery delivery = delivery(id);
    assertThat(delivery.acceptedAt()).isEqualTo(clock.instant());
    assertThat(delivery.reply()).contains("queued");
    assertThat(
            count(
                "journal_entry where kind = 'delivery.accepted' and subject_id in (select id from delivery)"))
        .isEqualTo(1);
  }

  @Test
  void saysOfAnAcknowledgementThatAProgramWroteIt() {
    send(draft(CASE, "ann@example.org", Outgoing.Kind.ACKNOWLEDGEMENT));

    sendAll();

    assertThat(relay.got().getFirst().header("Auto-Submitted")).isEqualTo("auto-replied");
  }

  @Test
  void aRefusalFailsVisiblyAndKeepsNobodyElseBack() {
    relay.moodFor(to -> to.startsWith("gone") ? Mood.REFUSE_RECIPIENT : Mood.TAKE);
    long gone = send(reply("gone@example.org"));
    long fine = send(reply("fine@example.org"));

    sendAll();

    Message.Delivery failed = delivery(gone);
    assertThat(failed.failedAt()).isNotNull();
    assertThat(failed.reply()).contains("550").contains("no such person");
    assertThat(delivery(fine).acceptedAt()).isNotNull();
    clock.pass(Duration.ofDays(1));
    sendAll();
    assertThat(relay.got()).hasSize(1);
  }

  @Test
  void comesBackLaterWhenPutOffAndGivesUpAfterThreeDays() {
    relay.mood(Mood.PUT_OFF_DATA);
    long id = send(reply("ann@example.org"));

    sendAll();
    assertThat(delivery(id).tries()).isEqualTo(1);
    sendAll();
    assertThat(delivery(id).tries()).isEqualTo(1);
    for (int i = 0; i < 40; i++) {
      clock.pass(Duration.ofHours(6));
      sendAll();
    }

    Message.Delivery delivery = delivery(id);
    assertThat(delivery.failedAt()).isNotNull();
    assertThat(delivery.ambiguousTries()).isZero();
    assertThat(delivery.reply()).contains("not now");
    assertThat(count("delivery where permanent")).isZero();
  }

  @Test
  void theThreeDaysBeginWithTheFirstTry() {
    relay.mood(Mood.PUT_OFF_DATA);
    long id = send(reply("ann@example.org"));
    clock.pass(Duration.ofDays(4));

    sendAll();

    assertThat(delivery(id).tries()).isEqualTo(1);
    assertThat(delivery(id).failedAt()).isNull();
  }

  @Test
  void whatWasTakenIsRecordedWhenTheDatabaseIsBackAndNotSentAgain() {
    long id = send(reply("ann@example.org"));
    AtomicBoolean there = new AtomicBoolean(true);
    relay.moodFor(to -> {
      if (there.getAndSet(false)) {
        new AsOwner().run("alter table delivery rename column accepted_at to away");
      }
      return Mood.TAKE;
    });
    try {
      sendAll();
    } finally {
      new AsOwner().run("alter table delivery rename column away to accepted_at");
    }
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (delivery(id).acceptedAt() == null && System.nanoTime() < until) {
      sendAll();
    }

    assertThat(delivery(id).acceptedAt()).isNotNull();
    assertThat(delivery(id).ambiguousTries()).isZero();
    assertThat(relay.got()).hasSize(1);
  }

  @Test
  void triesAgainWithTheSameIdentifierWhenNobodyKnowsAndCountsIt() {
    relay.mood(Mood.TAKE_AND_DROP);
    long id = send(reply("ann@example.org"));
    sendAll();
    assertThat(delivery(id).ambiguousTries()).isEqualTo(1);

    relay.mood(Mood.TAKE);
    clock.pass(Duration.ofMinutes(5));
    sendAll();

    assertThat(relay.got()).hasSize(2);
    assertThat(new HashSet<>(relay.got().stream().map(got -> got.header("Message-ID")).toList()))
        .hasSize(1);
    assertThat(relay.got().get(0).raw()).isEqualTo(relay.got().get(1).raw());
    assertThat(delivery(id).acceptedAt()).isNotNull();
  }

  @Test
  void repeatsWhatNobodyKnowsOnlyAFewTimes() {
    relay.mood(Mood.TAKE_AND_DROP);
    long id = send(reply("ann@example.org"));

    for (int i = 0; i < 12; i++) {
      sendAll();
      clock.pass(Duration.ofHours(5));
    }

    assertThat(relay.got()).hasSize(Repeats.MOST + 1);
    assertThat(delivery(id).failedAt()).isNotNull();
  }

  @Test
  void aCourierThatVanishedLeavesATryOfUnknownEnd() {
    long id = send(reply("ann@example.org"));
    acts.run(() -> deliveries.take(Medium.EMAIL, java.util.Set.of(), 1, Duration.ofSeconds(90)));
    sendAll();
    assertThat(relay.got()).isEmpty();

    clock.pass(Duration.ofSeconds(91));
    sendAll();

    assertThat(relay.got()).hasSize(1);
    Message.Delivery delivery = delivery(id);
    assertThat(delivery.acceptedAt()).isNotNull();
    assertThat(delivery.ambiguousTries()).isEqualTo(1);
  }

  @Test
  void whoeverLostItsLeaseRecordsNothing() {
    long id = send(reply("ann@example.org"));
    relay.moodFor(to -> {
      sql.sql("update delivery set fence = fence + 1").update();
      return Mood.TAKE;
    });

    sendAll();

    assertThat(delivery(id).acceptedAt()).isNull();
    assertThat(
            count(
                "journal_entry where kind = 'delivery.accepted' and subject_id in (select id from delivery)"))
        .isZero();
  }

  @Test
  void nothingLeavesWhileTheOutboxIsHeld() {
    held = true;
    send(reply("ann@example.org"));

    sendAll();
    assertThat(relay.got()).isEmpty();
    held = false;
    sendAll();

    assertThat(relay.got()).hasSize(1);
  }

  @Test
  void aServerThatNeverAnswersKeepsTheOthersMovingAndIsCounted() {
    relay.moodFor(to -> to.startsWith("slow") ? Mood.TAKE_AND_HANG : Mood.TAKE);
    long slow = send(reply("slow@example.org"));
    for (int i = 0; i < 20; i++) {
      send(reply("ann" + i + "@example.org"));
    }

    sendAll();

    assertThat(count("delivery where accepted_at is not null")).isEqualTo(20);
    awaitIdle();
    assertThat(delivery(slow).ambiguousTries()).isEqualTo(1);
  }

  @Test
  void backsOffTwiceAsLongEachTimeWithinBounds() {
    try (Courier courier = courier()) {
      assertThat(outcomes.backOff(1)).isBetween(Duration.ofSeconds(22), Duration.ofSeconds(38));
      assertThat(outcomes.backOff(3)).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(150));
      assertThat(outcomes.backOff(60)).isBetween(Duration.ofHours(3), Duration.ofHours(5));
    }
  }
}

package amends.messages.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customers.Purpose;
import amends.messages.Connection;
import amends.messages.Medium;
import amends.messages.Message;
import amends.messages.Outgoing;
import amends.messages.Way;
import amends.messages.Ways;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.testing.FakeHttp.Mood;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Text messages through a provider, whatever befalls it. */
class SmsTest extends SmsWorld {
  @Test
  void aTextGoesToTheNumberAsItIsDialledWithAWayBackForReceipts() {
    long id = text("Your jug is on its way.");
    sendAll();

    assertThat(twilio.sent).hasSize(1);
    assertThat(twilio.sent.getFirst())
        .containsEntry("To", number)
        .containsEntry("From", "+447700900001")
        .containsEntry("Body", "Your jug is on its way.");
    assertThat(twilio.sent.getFirst().get("StatusCallback"))
        .startsWith(settings.baseUrl() + "/in/sms/" + connection + "/receipts/");
    assertThat(delivery(id).acceptedAt()).isNotNull();
    assertThat(connections.get(connection).workedAt()).isNotNull();
  }

  @Test
  void aNumberThatTakesNoTextsIsNotTriedAgainAndTheNextWayIsTaken() {
    long email =
        text("Your jug is on its way.", "+15552220000", Outgoing.Kind.REPLY, Purpose.SERVICE, true);
    sendAll();

    Message message = messages.message(email).orElseThrow();
    assertThat(message.channel()).isEqualTo("email");
    assertThat(message.address()).isEqualTo("ruth" + next + "@adeyemi.example");
    assertThat(count("delivery where message_id = " + email)).isEqualTo(2);
    assertThat(count("delivery where channel = 'sms' and permanent")).isOne();
    assertThat(count("journal_entry where kind = 'delivery.moved_on'")).isPositive();
  }

  @Test
  void aProviderThatAsksToWaitIsLeftAloneForAsLongAndNothingIsCountedAsATry() {
    long id = text("One");
    twilio.mood = Mood.BUSY;
    sendAll();
    assertThat(twilio.calls).hasSize(1);
    assertThat(delivery(id).tries()).isZero();

    long second = text("Two");
    twilio.mood = Mood.WELL;
    clock.pass(Duration.ofSeconds(60));
    sendAll();
    assertThat(twilio.calls).as("called while it asked for quiet").hasSize(1);

    clock.pass(Duration.ofSeconds(90));
    sendAll();
    assertThat(twilio.sent).hasSize(2);
    assertThat(delivery(second).acceptedAt()).isNotNull();
  }

  @Test
  void aProviderThatIsAwayIsTriedLessAndLessAndSaysItsTroubleInWords() {
    twilio.mood = Mood.AWAY;
    for (int i = 0; i < 5; i++) {
      text("Nr. " + i);
    }
    sendAll();
    Connection away = connections.get(connection);
    assertThat(away.failing()).isGreaterThanOrEqualTo(3);
    assertThat(away.pausedUntil()).isAfter(clock.instant());
    assertThat(away.trouble()).isEqualTo("it is not available (503)");
    int calls = twilio.calls.size();
    text("Another");
    sendAll();
    assertThat(twilio.calls).hasSize(calls);

    twilio.mood = Mood.WELL;
    clock.pass(Duration.ofMinutes(10));
    sendAll();
    assertThat(twilio.sent).hasSize(6);
    assertThat(connections.get(connection).trouble()).isNull();
  }

  @Test
  void aTextOfUnknownEndRingsOnceMoreUnlessItWarnsOfADanger() {
    text("Your jug is on its way.");
    twilio.mood = Mood.DROPS;
    dropped();
    assertThat(twilio.sent).hasSize(2);
    text("Stop using the jug.", number, Outgoing.Kind.NOTICE, Purpose.SAFETY, false);
    dropped();
    assertThat(twilio.sent).hasSizeGreaterThan(5);
  }

  /** Through two days, on which the provider hangs up each time. */
  private void dropped() {
    for (int i = 0; i < 8; i++) {
      sendAll();
      clock.pass(Duration.ofHours(6));
    }
  }

  @Test
  void aTextThatWasPutOffIntoTheNightRingsInTheMorning() {
    clock.set(Instant.parse("2026-05-12T19:57:00Z")); // 20:57 in London
    long id = text("Your jug is on its way.");
    twilio.mood = Mood.AWAY;
    sendAll();
    assertThat(twilio.calls).hasSize(1);

    twilio.mood = Mood.WELL;
    clock.set(Instant.parse("2026-05-12T20:30:00Z"));
    sendAll();
    assertThat(twilio.sent).as("sent at half past nine").isEmpty();
    assertThat(delivery(id).leavesAt()).isEqualTo(Instant.parse("2026-05-13T07:00:00Z"));
    assertThat(delivery(id).tries()).as("that was no try").isOne();

    clock.set(Instant.parse("2026-05-13T07:00:00Z"));
    sendAll();
    assertThat(twilio.sent).hasSize(1);
    assertThat(delivery(id).acceptedAt()).isNotNull();
  }

  @Test
  void oneThatNeverAnswersHoldsUpNoOtherChannel() {
    long id = text("Your jug is on its way.");
    twilio.mood = Mood.HANGS;
    clock.pass(Duration.ofSeconds(30));
    courier.perform();
    assertThat(courier.busy()).isTrue();
    assertThat(delivery(id).done()).isFalse();
  }

  @Test
  void anythingBeyondSixMessagesIsALetter() {
    assertThatThrownBy(() -> text("a".repeat(1000)))
        .isInstanceOf(Refusal.class)
        .hasMessage("messages.sms.too-long");
    assertThatThrownBy(
            () -> text("x", "+441132224567", Outgoing.Kind.REPLY, Purpose.SERVICE, false))
        .hasMessage("messages.sms.fixed");
  }

  @Test
  void aSecretIsLockedAndShownToNobody() {
    assertThat(connections.get(connection).toString()).doesNotContain(FakeTwilio.TOKEN);
    assertThat(count("connection where encode(locked, 'escape') like '%a-token%'")).isZero();
    assertThat(connections.test(connection)).isEmpty();
    twilio.mood = Mood.STRANGER;
    assertThat(connections.test(connection)).isEqualTo("it answered 401");
  }

  @Test
  void aProviderInsideTheHouseIsNotCalledUnlessItIsNamed() {
    assertThatThrownBy(() -> connected("twilio", "http://10.1.2.3/", "x"))
        .isInstanceOf(Refusal.class);
    long inside = connected("twilio", "https://10.1.2.3", "x");
    assertThat(connections.test(inside)).contains("inside of a network");
  }

  @Test
  void withoutAProviderItIsShownWhyAndNotUsed() {
    connections.turn(connection, false, world.admin.actor());
    List<Way> all = ways.of(new Ways.To(ruth.id(), world.brand.id(), Subject.of("case", 12)));
    assertThat(all)
        .filteredOn(w -> w.medium() == Medium.SMS)
        .extracting(Way::shut)
        .containsExactly("messages.way.not-connected");
  }
}

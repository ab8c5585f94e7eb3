package amends.complaints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.cases.Case;
import amends.cases.Draft;
import amends.cases.Outcome;
import amends.cases.Settling;
import amends.complaints.Complaint.Received;
import amends.promises.Promise;
import amends.shared.NotFound;
import amends.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A formal complaint ends by a letter that has arrived or by the complainant's word alone. */
class ComplaintsTest extends Complaining {
  @Test
  void noReplyNoSettlementAndNoThanksStopsAClockOnlyAFinalResponseThatArrivedDoes() {
    long id = ruthWrites();
    received(id, "disp");
    cases.reply(id, nothingMore("Your money is on its way back to you."), world.priya);
    post.deliver();
    cases.settle(
        id,
        new Settling(
            Outcome.MADE_RIGHT,
            "Paid back, and 20 pounds of goodwill.",
            null,
            null,
            null,
            null,
            clock.instant().plus(Duration.ofHours(22)),
            null),
        world.priya);
    cases.followUp(id, "right", "phone", nothingMore("Fine."), world.priya);
    assertThat(promise(id, "disp.final").owed()).as("goodwill closes nothing").isTrue();
    assertThat(cases.see(id, world.priya).closed()).isFalse();

    decided(id);
    letters.send(
        id,
        LetterKind.FINAL_RESPONSE,
        nothingMore(prepared(id, LetterKind.FINAL_RESPONSE)),
        world.tom,
        t);
    assertThat(promise(id, "disp.final").owed()).as("written is not arrived").isTrue();
    post.deliver();
    Promise kept = promise(id, "disp.final");
    assertThat(kept.moments().keptAt()).isNotNull();
    assertThat(Objects.requireNonNull(kept.evidence()).kind()).isEqualTo("message");
    assertThat(promise(id, "disp.acknowledgement").moments().keptAt()).isNotNull();
  }

  @Test
  void aLetterWithoutAPartThatTheRulesAskForIsRefusedByTheNameOfThePart() {
    long id = ruthWrites();
    received(id, "disp");
    assertThatThrownBy(
            () -> letters.send(id, LetterKind.FINAL_RESPONSE, nothingMore("No."), world.priya, t))
        .hasMessage("complaints.refusal.undecided");
    decided(id);
    String without =
        prepared(id, LetterKind.FINAL_RESPONSE).replace("www.financial-ombudsman.org.uk", "");
    assertThatThrownBy(
            () -> letters.send(id, LetterKind.FINAL_RESPONSE, nothingMore(without), world.tom, t))
        .hasMessage("complaints.refusal.part");
    assertThat(promise(id, "disp.final").evidence()).isNull();
  }

  @Test
  void aSummaryResolutionNeedsTheirWordAndItsTime() {
    long id = ruthWrites();
    received(id, "disp");
    Draft summary = nothingMore(prepared(id, LetterKind.SUMMARY_RESOLUTION));
    assertThatThrownBy(
            () -> letters.send(id, LetterKind.SUMMARY_RESOLUTION, summary, world.priya, t))
        .hasMessage("complaints.refusal.not-accepted");
    complaints.accept(id, "Ruth Adeyemi", "Good, then that is settled for me.", world.priya);
    clock.set(Instant.parse("2026-05-15T15:59:59Z"));
    letters.send(id, LetterKind.SUMMARY_RESOLUTION, summary, world.priya, t);
    post.deliver();
    assertThat(promise(id, "disp.final").moments().keptAt()).isNotNull();

    clock.set(TestClock.START);
    long late = ruthWrites();
    received(late, "disp");
    complaints.accept(late, "Ruth Adeyemi", "Good.", world.priya);
    clock.set(Instant.parse("2026-05-15T16:00:00Z"));
    assertThatThrownBy(
            () -> letters.send(late, LetterKind.SUMMARY_RESOLUTION, summary, world.priya, t))
        .as("close of business in London is over")
        .hasMessage("complaints.refusal.too-late");
  }

  @Test
  void aHoldingReplyKeepsTheFirstClockAndBeginsTheLastOne() {
    switches.turnOn("disp-payment", LONG_AGO, world.admin);
    long id = ruthWrites();
    received(id, "disp-payment");
    assertThat(complaints.clocks(now(id)))
        .extracting(Clock::rule)
        .doesNotContain("disp-payment.late");
    String text = prepared(id, LetterKind.HOLDING_REPLY);
    assertThatThrownBy(
            () -> letters.send(id, LetterKind.HOLDING_REPLY, nothingMore(text), world.priya, t))
        .hasMessage("complaints.refusal.until");
    Instant until = clock.instant().plus(Duration.ofDays(30));
    letters.send(
        id,
        LetterKind.HOLDING_REPLY,
        new Draft(text, "you have our final answer", until, false),
        world.priya,
        t);
    post.deliver();
    assertThat(promise(id, "disp-payment.final").moments().keptAt()).isNotNull();
    assertThat(clock(id, "disp-payment.late").dueAt())
        .isEqualTo(Instant.parse("2026-07-01T16:00:00Z"));
    assertThat(promise(id, "disp-payment.late").owed()).isTrue();
  }

  @Test
  void twoSetsOfRulesRunTwoClocksOnOneCase() {
    clock.set(Instant.parse("2026-06-22T09:00:00Z"));
    switches.turnOn("disp-payment", LONG_AGO, world.admin);
    switches.turnOn("uk-data", LocalDate.of(2026, 6, 19), world.admin);
    long id = ruthWrites();
    received(id, "disp-payment", "uk-data");
    assertThat(complaints.clocks(now(id)))
        .extracting(Clock::rule)
        .contains("disp-payment.final", "uk-data.acknowledgement");
  }

  @Test
  void whoHadAHandInItBeforeDoesNotLookIntoItAndNobodyElseDecides() {
    long id = ruthWrites();
    cases.reply(id, nothingMore("That is not our mistake."), world.priya);
    clock.pass(Duration.ofHours(1));
    Instant at = clock.instant();
    complaints.receive(
        id,
        new Received(at, "oral", "An apology", "A consumer", true, true, List.of("disp")),
        world.tom);
    Case matter = cases.see(id, world.tom);
    assertThat(investigators.involved(matter, at)).contains(world.priya.id());
    assertThat(investigators.free(matter, at))
        .extracting(person -> person.id())
        .contains(world.tom.id())
        .doesNotContain(world.priya.id());
    assertThatThrownBy(() -> complaints.assign(id, world.priya.id(), world.tom))
        .hasMessage("complaints.refusal.involved");
    assertThatThrownBy(
            () -> complaints.decide(id, Complaint.Outcome.UPHELD, "So it is.", null, world.tom))
        .hasMessage("complaints.refusal.not-yours");
    assertThatThrownBy(() -> complaints.assign(id, world.tom.id(), world.sam))
        .as("who may not see the case")
        .isInstanceOf(NotFound.class);
  }

  @Test
  void whatIsTakenBackIsOwedNoMoreAndTheirWordsStand() {
    long id = ruthWrites();
    received(id, "disp");
    complaints.withdraw(id, "Ruth Adeyemi", "Forget it, I found my mistake.", world.priya);
    assertThat(promise(id, "disp.final").moments().releasedAt()).isNotNull();
    assertThat(Objects.requireNonNull(now(id).decision()).outcome())
        .isEqualTo(Complaint.Outcome.WITHDRAWN);
    assertThat(cases.see(id, world.priya).nextPromiseId()).as("the case goes on").isNotNull();
  }

  @Test
  void aClockThatNobodyKeptIsBrokenAndStaysBrokenWhenTheLetterComesAfterAll() {
    long id = ruthWrites();
    received(id, "disp");
    clock.set(Instant.parse("2026-07-07T23:00:01Z"));
    while (alarmClock.perform()) {}
    assertThat(promise(id, "disp.final").broken()).isTrue();
    decided(id);
    letters.send(
        id,
        LetterKind.FINAL_RESPONSE,
        nothingMore(prepared(id, LetterKind.FINAL_RESPONSE)),
        world.tom,
        t);
    post.deliver();
    Promise late = promise(id, "disp.final");
    assertThat(late.broken()).isTrue();
    assertThat(late.moments().madeGoodAt()).isNotNull();
    assertThat(clock(id, "disp.final").runs(clock.instant())).isFalse();
  }
}

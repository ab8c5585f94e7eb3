package amends.remedies.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.messages.Message;
import amends.messages.Messages;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.remedies.fulfilment.Attempt.State;
import amends.remedies.fulfilment.Stop.Reason;
import amends.remedies.fulfilment.Tries.Elsewhere;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Forbidden;
import amends.staff.Viewer;
import amends.testing.FakeHttp.Mood;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Fraud, the wrong person, a double payment: by a second person, on evidence, and heard first. */
class StopsTest extends PayWorld {
  @Autowired Stops stops;
  @Autowired Promises promises;
  @Autowired Messages messages;
  @Autowired Tidings tidings;
  @Autowired GrantDesk desk;

  private static final String SEEN = "The same jug was paid for on 3 May, case 11";

  private Stop stop(long grant) {
    return stops.of(grant).getLast();
  }

  private List<Message> letters() {
    return messages.about(Subject.of("case", caseId)).stream()
        .sorted(Comparator.comparing(Message::id))
        .toList();
  }

  /** Having read what the customer said. */
  private void decide(long grant, boolean upheld, String words, Viewer by) {
    stops.decide(grant, new Stops.Decision(upheld, words, stop(grant).heard()), by);
  }

  private Promise promised(long grant) {
    Long id = stop(grant).promiseId();
    return promises.about(Subject.of("case", caseId)).stream()
        .filter(p -> id != null && p.id() == id)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsStoppedDoesNotLeaveAndTheCustomerIsAsked() {
    long grant = granted(2000, payment);
    stops.open(grant, Reason.DOUBLE_PAYMENT, SEEN, world.hanna);
    courier.perform();

    assertThat(provider.calls).isEmpty();
    assertThat(state(grant)).isEqualTo(State.STOPPED);
    assertThat(stop(grant).way()).isEqualTo("stop");
    Message letter = letters().getLast();
    assertThat(letter.text())
        .contains("gave you £20.00", "paid twice", "Please tell us what you know", "19 May");
    assertThat(promised(grant).owed()).isTrue();
    assertThat(promised(grant).dueAt()).isAfter(stop(grant).answerUntil());
    assertThat(count("remedy_grant where stopped_at is not null")).isZero();
  }

  @Test
  void nothingIsDecidedBeforeTheyCouldAnswer() {
    long grant = granted(2000, payment);
    stops.open(grant, Reason.DOUBLE_PAYMENT, SEEN, world.hanna);
    assertThatThrownBy(() -> decide(grant, true, "Paid on 3 May", world.admin))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("not-heard");

    stops.answer(grant, "That was for another jug, of my sister.", world.priya);
    assertThat(stop(grant).answer()).contains("my sister");
    decide(grant, true, "The serial number is the same", world.admin);
    assertThat(stop(grant).upheld()).isTrue();
    assertThat(count("remedy_grant where stopped_at is not null")).isEqualTo(1);
    assertThat(letters().getLast().text()).contains("We do not give it");
  }

  @Test
  void nothingIsDecidedOverAnAnswerThatWasNotRead() {
    long grant = granted(2000, payment);
    stops.open(grant, Reason.DOUBLE_PAYMENT, SEEN, world.hanna);
    String opened = stop(grant).heard();
    clock.set(stop(grant).answerUntil());
    stops.answer(grant, "I was in hospital. It was another jug.", world.priya);
    assertThatThrownBy(() ->
            stops.decide(grant, new Stops.Decision(true, "Nobody answered", opened), world.hanna))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("unread");
    assertThat(stop(grant).isOpen()).isTrue();
    decide(grant, false, "Two jugs", world.hanna);
    assertThat(stop(grant).upheld()).isFalse();
  }

  @Test
  void whoeverStoppedItHearsThatTheyAnsweredAndTheCaseIsLookedAt() {
    long grant = granted(2000, payment);
    stops.open(grant, Reason.FRAUD, SEEN, world.hanna);
    assertThat(cases.see(caseId, world.hanna).nextPromiseId()).isNotNull();
    stops.answerOf(Subject.of("case", caseId), customer(), grant, "It is real.");
    assertThat(
            sql.sql("select count(*) from notice where source_id = :stop and words = :words")
                .param("stop", stop(grant).id())
                .param("words", "remedies.stop.notice")
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(promises.about(Subject.of("case", caseId)))
        .anyMatch(p -> p.owed() && p.kind() == Promise.Kind.LOOK);
  }

  @Test
  void anAnswerBelongsToItsMatterAndIsNeverCut() {
    long grant = granted(2000, payment);
    stops.open(grant, Reason.FRAUD, SEEN, world.hanna);
    assertThatThrownBy(
            () -> stops.answerOf(Subject.of("case", caseId + 1), customer(), grant, "Mine."))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("none");
    stops.answer(grant, "a".repeat(3000), world.priya);
    assertThatThrownBy(() -> stops.answer(grant, "b".repeat(3000), world.priya))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("long");
    assertThat(stop(grant).answer()).isEqualTo("a".repeat(3000));
  }

  @Test
  void whoSaysNothingInTimeHasHadTheirSay() {
    long grant = granted(2000, payment);
    stops.open(grant, Reason.FRAUD, SEEN, world.hanna);
    clock.set(stop(grant).answerUntil());
    decide(grant, true, "Nobody answered; the receipt is forged", world.hanna);
    assertThat(count("remedy_grant where stopped_at is not null")).isEqualTo(1);
  }

  @Test
  void aStopThatWasWrongIsTakenBackAndItIsPaid() {
    long grant = granted(2000, payment);
    stops.open(grant, Reason.WRONG_PERSON, SEEN, world.hanna);
    stops.answer(grant, "It is me, here is my passport.", world.tom);
    decide(grant, false, "It is she", world.hanna);
    courier.perform();

    assertThat(state(grant)).isEqualTo(State.DONE);
    assertThat(provider.ledger).hasSize(1);
    assertThat(letters().getLast().text()).contains("we were wrong to stop it");
  }

  /** A stop that was lifted began a new try: it paid what counted against no limit any more. */
  @Test
  void whatWasGivenUpIsNeitherStoppedNorPaidElsewhere() {
    routes.all().forEach(route -> routes.end(route.id(), world.admin.actor()));
    long grant = granted(2000, "G1");
    tries.notDone(grant, "The account is closed", world.hanna);
    assertThatThrownBy(() -> stops.open(grant, Reason.DOUBLE_PAYMENT, SEEN, world.hanna))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("stop.refusal.over");
    assertThat(stops.of(grant)).isEmpty();
    Tries.Elsewhere till = new Tries.Elsewhere("Till 4", clock.instant(), null, null);
    assertThatThrownBy(() -> tries.elsewhere(grant, till, world.hanna))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("pay.refusal.ended");
    assertThat(order(grant).attempts()).hasSize(1);
    assertThat(desk.see(grant, world.hanna).may()).doesNotContain("stop", "elsewhere");
  }

  /** It went to the provider of before the stop, of whom nobody asks anything any more. */
  @Test
  void whatIsLetGoAgainIsDoneByWhoeverDoesSuchThingsNow() {
    long grant = granted(2000, payment);
    stops.open(grant, Reason.WRONG_PERSON, SEEN, world.hanna);
    connections.turn(connection, false, world.admin.actor());
    stops.answer(grant, "It is me, here is my passport.", world.tom);
    decide(grant, false, "It is she", world.hanna);

    assertThat(last(grant).byPeople()).isTrue();
    assertThat(state(grant)).isEqualTo(State.READY);
  }

  @Test
  void whoGaveItCannotStopItAndNobodyDoesWithoutEvidence() {
    long grant = granted(2000, payment);
    assertThatThrownBy(() -> stops.open(grant, Reason.FRAUD, SEEN, world.priya))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> stops.open(grant, Reason.FRAUD, SEEN, world.tom))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> stops.open(grant, Reason.FRAUD, "  ", world.hanna))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("evidence");
    sql.sql("update remedy_grant set ruled_by = :hanna, granted_by_id = :hanna")
        .param("hanna", world.hanna.id())
        .update();
    assertThatThrownBy(() -> stops.open(grant, Reason.FRAUD, SEEN, world.hanna))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("own");
    assertThat(stops.of(grant)).isEmpty();
  }

  @Test
  void whatHasLeftIsClaimedBackAndItsComingIsRecorded() {
    long grant = granted(2000, payment);
    courier.perform();
    stops.open(grant, Reason.DOUBLE_PAYMENT, SEEN, world.hanna);
    assertThat(stop(grant).isReclaim()).isTrue();
    assertThat(letters().getLast().text()).contains("nothing that you have to pay now");
    stops.answer(grant, "Oh. I send it back.", world.priya);
    decide(grant, true, "Paid twice", world.admin);
    assertThat(count("remedy_grant where reclaimed_at is not null")).isEqualTo(1);

    stops.back(grant, "Bank slip 77 of 20 May", world.hanna);
    assertThat(stop(grant).backAt()).isEqualTo(clock.instant());
    assertThatThrownBy(() -> stops.back(grant, "Again", world.hanna)).isInstanceOf(Refusal.class);
  }

  /** Before, it could be decided no way but to pay it again. */
  @Test
  void whatCameBackByItselfMeanwhileDoesNotLeaveAgain() {
    long grant = granted(2000, payment);
    courier.perform();
    stops.open(grant, Reason.DOUBLE_PAYMENT, SEEN, world.hanna);
    acts.run(() -> tidings.cameBack(connection, last(grant).key(), ""));
    assertThat(state(grant)).isEqualTo(State.READY);
    Elsewhere paid = new Elsewhere("Bank slip 9", clock.instant(), null, "9");
    assertThatThrownBy(() -> tries.done(last(grant).id(), paid, world.hanna))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("stopped");
    stops.answer(grant, "The bank sent it back.", world.priya);
    decide(grant, true, "Paid twice", world.admin);
    assertThat(state(grant)).isEqualTo(State.STOPPED);
    assertThat(count("remedy_grant where stopped_at is not null and reclaimed_at is null")).isOne();
    courier.perform();
    assertThat(provider.ledger).hasSize(1);
  }

  /** It may have left: it is neither stopped nor claimed back before that is known. */
  @Test
  void whatMayHaveLeftWaitsForTheAnswer() {
    provider.paying = Mood.DROPS;
    long grant = granted(2000, payment);
    courier.perform();
    stops.open(grant, Reason.FRAUD, SEEN, world.hanna);
    stops.answer(grant, "No.", world.priya);
    assertThatThrownBy(() -> decide(grant, true, "Forged", world.hanna))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("not-left");
    untilNext(grant);
    courier.perform();
    assertThat(state(grant)).isEqualTo(State.DONE);
    decide(grant, true, "Forged", world.hanna);
    assertThat(count("remedy_grant where reclaimed_at is not null")).isEqualTo(1);
  }

  @Test
  void nobodyOutsideOfTheTeamKnowsOfIt() {
    long grant = granted(2000, payment);
    assertThatThrownBy(() -> stops.open(grant, Reason.FRAUD, SEEN, world.sam))
        .isInstanceOf(amends.shared.NotFound.class);
  }

  private void forged(long grant, Viewer by) {
    decide(grant, true, "Forged", by);
  }

  /**
   * They know nothing of it: whoever asks anew under the same key would pay the fraud after all.
   */
  @Test
  void whatIsStoppedIsAskedForAndNotDoneAgain() {
    provider.paying = Mood.SHUTS;
    long grant = granted(2000, payment);
    courier.perform();
    stops.open(grant, Reason.FRAUD, SEEN, world.hanna);
    long posts = provider.posts();
    provider.paying = Mood.WELL;
    untilNext(grant);
    courier.perform();
    assertThat(provider.posts()).isEqualTo(posts);
    assertThat(provider.ledger).isEmpty();
    assertThat(last(grant).personWhy()).isEqualTo("not_known");

    tries.notDone(grant, "Their page shows nothing", world.hanna);
    long waiting = last(grant).id();
    assertThatThrownBy(() -> tries.done(waiting, slip(), world.hanna))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("stopped");
    stops.answer(grant, "No.", world.priya);
    forged(grant, world.admin);
    assertThat(stop(grant).isReclaim()).as("nothing has left to be claimed back").isFalse();
    assertThat(state(grant)).isEqualTo(State.STOPPED);
    assertThat(count("remedy_grant where stopped_at is not null")).isEqualTo(1);
    assertThat(letters().getLast().text()).contains("We do not give it");
  }

  private Tries.Elsewhere slip() {
    return new Tries.Elsewhere("Bank slip 12", clock.instant(), null, null);
  }

  /** It was called, the call did not get through, and meanwhile it was stopped. */
  @Test
  void whatWasStoppedBetweenTwoCallsIsNotBegun() {
    long grant = granted(2000, payment);
    sql.sql("update attempt set called_at = ready_at").update();
    stops.open(grant, Reason.FRAUD, SEEN, world.hanna);
    assertThat(stop(grant).isReclaim()).isTrue();
    sql.sql("update attempt set called_at = null").update();
    courier.perform();
    assertThat(provider.calls).isEmpty();
    assertThat(last(grant).trouble()).contains("stopped");
    assertThat(connections.get(connection).trouble()).as("it is not their fault").isNull();

    stops.answer(grant, "No.", world.priya);
    forged(grant, world.hanna);
    assertThat(state(grant)).isEqualTo(State.STOPPED);
    assertThat(count("remedy_grant where stopped_at is not null")).isEqualTo(1);
  }

  @Test
  void whatComesBackAfterItWasClaimedBackIsNotPaidAgain() {
    long grant = granted(2000, payment);
    courier.perform();
    stops.open(grant, Reason.FRAUD, SEEN, world.hanna);
    stops.answer(grant, "No.", world.priya);
    forged(grant, world.hanna);
    String theirs = java.util.Objects.requireNonNull(last(grant).theirId());
    acts.run(() -> tidings.cameBack(connection, "", theirs));
    assertThat(state(grant)).isEqualTo(State.RETURNED);
    assertThat(count("attempt where outcome is null")).isZero();
  }
}

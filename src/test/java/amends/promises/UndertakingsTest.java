package amends.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customers.Customers;
import amends.journal.Journal;
import amends.journal.Recorded;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Absence;
import amends.staff.Absences;
import amends.staff.Staff;
import amends.staff.Viewer;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import amends.time.AlarmClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What others undertake, and the promises that rest on it. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UndertakingsTest {
  @Autowired Promises promises;
  @Autowired Undertakings undertakings;
  @Autowired Risks risks;
  @Autowired AlarmClock alarmClock;
  @Autowired Journal journal;
  @Autowired TestClock clock;
  @Autowired Absences absences;
  @Autowired Staff staff;
  @Autowired Customers customers;

  private Fernhill world;
  private long number = 500;
  private Subject matter;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
  }

  @BeforeEach
  void another() {
    matter = Subject.of("test", ++number);
  }

  @Test
  void cannotBePromisedBeforeTheColleagueHasAccepted() {
    Undertaking asked = asked(world.tom, Duration.ofHours(5));
    Promise promise = promised(Duration.ofHours(6));

    assertThatThrownBy(() -> undertakings.rest(promise, asked.id()))
        .isInstanceOf(Refusal.class)
        .hasMessage("promises.undertaking.refusal.not-accepted");

    undertakings.accept(asked.id(), world.tom.id());
    undertakings.rest(promise, asked.id());
    assertThat(journal.history(matter))
        .extracting(Recorded::kind)
        .containsExactly(
            "undertaking.asked", "promise.made", "undertaking.accepted", "undertaking.promised");
  }

  @Test
  void cannotBePromisedForEarlierThanTheyDoIt() {
    Undertaking asked = asked(world.tom, Duration.ofHours(5));
    undertakings.accept(asked.id(), world.tom.id());
    Promise promise = promised(Duration.ofHours(4));

    assertThatThrownBy(() -> undertakings.rest(promise, asked.id()))
        .hasMessage("promises.undertaking.refusal.later");
  }

  @Test
  void isAnsweredOnlyByWhomWasAskedAndOnce() {
    Undertaking asked = asked(world.tom, Duration.ofHours(5));
    assertThatThrownBy(() -> undertakings.accept(asked.id(), world.priya.id()))
        .isInstanceOf(NotFound.class);

    undertakings.accept(asked.id(), world.tom.id());
    assertThatThrownBy(() -> undertakings.accept(asked.id(), world.tom.id()))
        .hasMessage("promises.undertaking.refusal.over");
    assertThat(undertakings.of(world.tom.id())).extracting(Undertaking::id).contains(asked.id());
  }

  @Test
  void declinedAfterwardsItPutsThePromiseInDanger() {
    Promise promise = resting(world.tom);
    long id = undertakings.about(matter).getFirst().id();

    assertThatThrownBy(() -> undertakings.decline(id, " ", world.tom.id()))
        .hasMessage("promises.undertaking.refusal.reason");
    undertakings.decline(id, "The van has broken down", world.tom.id());

    assertThat(risks.of(List.of(promise.id())))
        .extracting(Risks.Risk::kind, Risks.Risk::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Risks.Kind.UNDERTAKING, "The van has broken down"));
  }

  @Test
  void passedWithoutAWordItHasSlippedAndThePromiseIsInDanger() {
    Promise promise = resting(world.tom);
    clock.pass(Duration.ofHours(5));
    ring();

    assertThat(undertakings.about(matter)).allMatch(Undertaking::slipped);
    assertThat(risks.of(List.of(promise.id()))).hasSize(1);
    assertThat(promises.promise(promise.id()).owed()).isTrue();
  }

  @Test
  void doneItEndsTheDangerThatCameOfIt() {
    Promise promise = resting(world.tom);
    clock.pass(Duration.ofHours(5));
    ring();
    undertakings.keep(undertakings.about(matter).getFirst().id(), world.tom.actor());

    assertThat(risks.of(List.of(promise.id()))).isEmpty();
  }

  @Test
  void unansweredItIsToldBeforeItIsTooLate() {
    Undertaking asked = asked(world.tom, Duration.ofHours(20));
    clock.set(asked.answerBy());
    ring();
    assertThat(undertakings.undertaking(asked.id()).moments().unansweredAt())
        .isEqualTo(asked.answerBy());
  }

  @Test
  void aSupplierHasGivenTheirWordAndIsChasedWhenTheyPutItOff() {
    Undertaking word =
        undertakings.ask(
            new NewUndertaking(
                matter,
                world.ruth().id(),
                new Undertaking.By.Supplier("Pumps & Parts"),
                "The pump arrives",
                clock.instant().plus(Duration.ofDays(2))),
            world.priya.id());
    assertThat(word.stands()).isTrue();
    Promise promise = promised(Duration.ofDays(3));
    undertakings.rest(promise, word.id());

    Instant later = clock.instant().plus(Duration.ofDays(6));
    undertakings.slip(word.id(), later, "Lost at the depot", world.priya.actor());
    undertakings.chase(word.id(), world.priya.actor());

    Undertaking slipped = undertakings.undertaking(word.id());
    assertThat(slipped.dueAt()).isEqualTo(later);
    assertThat(slipped.moments().chasedAt()).isNotNull();
    assertThat(risks.of(List.of(promise.id())))
        .extracting(Risks.Risk::reason)
        .containsExactly("Lost at the depot");
  }

  @Test
  void absenceEndangersWhatIsOwedInThatTimeAndNothingElse() {
    Promise within = promised(Duration.ofHours(20));
    Promise after = promised(Duration.ofHours(60));
    Promise throughTom = resting(world.tom);
    Risks.Cause away = new Risks.Cause(Risks.Kind.ABSENCE, number, "");

    List<Promise> ofPriya =
        risks.awayFrom(world.priya.id(), clock.instant(), in(Duration.ofHours(48)), away, by());
    assertThat(ofPriya).extracting(Promise::id).contains(within.id(), throughTom.id());
    assertThat(ofPriya).extracting(Promise::id).doesNotContain(after.id());

    Risks.Cause tomAway = new Risks.Cause(Risks.Kind.ABSENCE, number + 10_000, "");
    assertThat(
            risks.awayFrom(
                world.tom.id(), clock.instant(), in(Duration.ofHours(48)), tomAway, by()))
        .extracting(Promise::id)
        .containsExactly(throughTom.id());
    assertThat(
            risks.awayFrom(
                world.tom.id(), clock.instant(), in(Duration.ofHours(48)), tomAway, by()))
        .isEmpty();

    risks.clear(Risks.Kind.ABSENCE, number);
    assertThat(risks.of(List.of(within.id()))).isEmpty();
  }

  @Test
  void whoIsMarkedAbsentEndangersWhatTheyOweUntilTheyAreBack() {
    Promise owed = promised(Duration.ofHours(20));
    Absence away =
        absences.record(
            world.priya.id(), clock.instant(), in(Duration.ofHours(48)), Absence.Kind.SUDDEN, by());
    assertThat(risks.of(List.of(owed.id())))
        .extracting(Risks.Risk::kind, Risks.Risk::source)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Risks.Kind.ABSENCE, away.id()));

    absences.end(away.id(), by());
    assertThat(risks.of(List.of(owed.id()))).isEmpty();

    absences.record(
        world.priya.id(), clock.instant(), in(Duration.ofHours(48)), Absence.Kind.SHIFT, by());
    assertThat(risks.of(List.of(owed.id()))).as("a shift is handed over").isEmpty();
  }

  @Test
  void aDangerEndsWithThePromise() {
    Promise promise = resting(world.tom);
    risks.raise(promise.id(), new Risks.Cause(Risks.Kind.DISRUPTION, 7, "Snow"), by());
    promises.keep(promise.id(), Subject.of("message", 4), by());
    assertThat(risks.of(List.of(promise.id()))).isEmpty();
  }

  private amends.shared.Actor by() {
    return world.hanna.actor();
  }

  private Promise resting(Viewer on) {
    Undertaking asked = asked(on, Duration.ofHours(5));
    undertakings.accept(asked.id(), on.id());
    Promise promise = promised(Duration.ofHours(6));
    undertakings.rest(promise, asked.id());
    return promise;
  }

  private Undertaking asked(Viewer whom, Duration ahead) {
    return undertakings.ask(
        new NewUndertaking(
            matter,
            world.ruth().id(),
            new Undertaking.By.Colleague(whom.id()),
            "I ring Ruth about the pump",
            in(ahead)),
        world.priya.id());
  }

  private Promise promised(Duration ahead) {
    return promises.make(
        new NewPromise(
            matter,
            world.ruth().id(),
            Promise.Kind.CONTACT,
            "Tom rings you about the pump",
            in(ahead),
            new Owner(world.priya.id(), world.home.id()),
            world.priya.actor()));
  }

  private Instant in(Duration ahead) {
    return clock.instant().plus(ahead);
  }

  private void ring() {
    while (alarmClock.perform()) {}
  }
}

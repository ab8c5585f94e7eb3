package amends.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customers.Customers;
import amends.journal.Journal;
import amends.journal.Recorded;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Staff;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import amends.time.AlarmClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromisesTest {
  @Autowired Promises promises;
  @Autowired AlarmClock alarmClock;
  @Autowired PromiseCheck check;
  @Autowired Journal journal;
  @Autowired TestClock clock;
  @Autowired Staff staff;
  @Autowired Customers customers;

  private Fernhill world;
  private long number = 100;
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
  void warnsTheOwnerFirstThenBreaksAndEscalatesWhenNobodyActs() {
    Promise promise = promised(Duration.ofHours(4));

    clock.set(promise.warnAt());
    ring();
    assertThat(now(promise).moments().warnedAt()).isEqualTo(promise.warnAt());
    assertThat(now(promise).owed()).isTrue();

    clock.set(promise.dueAt());
    ring();
    Promise broken = now(promise);
    assertThat(broken.broken()).isTrue();
    assertThat(broken.moments().escalatedAt()).isEqualTo(promise.dueAt());
    assertThat(broken.moments().escalatedTo()).isEqualTo(world.hanna.id());
    assertThat(journal.history(matter))
        .extracting(Recorded::kind)
        .containsExactly("promise.made", "promise.at_risk", "promise.broken");
    assertThat(check.run()).isEmpty();
  }

  @Test
  void isKeptInTimeAndItsAlarmsStaySilent() {
    Promise promise = promised(Duration.ofHours(4));
    promises.keep(promise.id(), Subject.of("message", 9), world.priya.actor());

    clock.pass(Duration.ofHours(5));
    ring();

    assertThat(now(promise).moments().keptAt()).isNotNull();
    assertThat(now(promise).moments().warnedAt()).isNull();
    assertThat(now(promise).broken()).isFalse();
  }

  @Test
  void staysBrokenWhenItIsMadeGoodLater() {
    Promise promise = promised(Duration.ofHours(1));
    clock.pass(Duration.ofHours(2));
    ring();
    promises.keep(promise.id(), Subject.of("message", 9), world.priya.actor());

    assertThat(now(promise).broken()).isTrue();
    assertThat(now(promise).moments().keptAt()).isNull();
    assertThat(now(promise).moments().madeGoodAt()).isEqualTo(clock.instant());
  }

  @Test
  void movesBeforeItIsDueAndTheNewOneIsGuarded() {
    Promise promise = promised(Duration.ofHours(1));
    Instant later = clock.instant().plus(Duration.ofHours(6));
    Promise moved =
        promises.move(promise.id(), later, anew -> Subject.of("message", 5), world.priya.actor());

    clock.pass(Duration.ofHours(2));
    ring();
    assertThat(now(promise).moments().movedAt()).isNotNull();
    assertThat(now(promise).broken()).isFalse();
    assertThat(moved.followsId()).isEqualTo(promise.id());

    clock.set(later);
    ring();
    assertThat(now(moved).broken()).isTrue();
  }

  @Test
  void cannotBeMovedOnceItIsDue() {
    Promise promise = promised(Duration.ofHours(1));
    clock.pass(Duration.ofHours(1));

    Instant later = clock.instant().plus(Duration.ofHours(6));
    assertThatThrownBy(() ->
            promises.move(promise.id(), later, anew -> Subject.of("message", 5), Actor.SYSTEM))
        .isInstanceOf(Refusal.class);
    ring();
    assertThat(now(promise).broken()).isTrue();
  }

  @Test
  void aMessageOnItsWayKeepsNothingUntilItHasArrived() {
    Promise promise = promised(Duration.ofHours(1));
    promises.keepOnDelivery(promise.id(), 77);
    assertThat(now(promise).owed()).isTrue();

    promises.keptBy(Subject.of("message", 77), Actor.SYSTEM);
    assertThat(now(promise).moments().keptAt()).isNotNull();
  }

  @Test
  void isOwedAsBeforeWhenItsMessageCouldNotBeDelivered() {
    Promise promise = promised(Duration.ofHours(1));
    promises.keepOnDelivery(promise.id(), 78);
    promises.notKeptBy(Subject.of("message", 78));

    assertThat(now(promise).evidence()).isNull();
    clock.pass(Duration.ofHours(1));
    ring();
    assertThat(now(promise).broken()).isTrue();
  }

  @Test
  void needsWordsAndAMomentAhead() {
    assertThatThrownBy(() -> promised(Duration.ZERO)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> promises.make(draft(" ", Duration.ofHours(1))))
        .isInstanceOf(Refusal.class)
        .hasMessage("promises.refusal.no-words");
  }

  private Promise promised(Duration ahead) {
    return promises.make(draft("I call you about the delivery", ahead));
  }

  private NewPromise draft(String words, Duration ahead) {
    return new NewPromise(
        matter,
        world.ruth().id(),
        Promise.Kind.CONTACT,
        words,
        clock.instant().plus(ahead),
        new Owner(world.priya.id(), world.home.id()),
        world.priya.actor());
  }

  private Promise now(Promise promise) {
    return promises.promise(promise.id());
  }

  private void ring() {
    while (alarmClock.perform()) {}
  }
}

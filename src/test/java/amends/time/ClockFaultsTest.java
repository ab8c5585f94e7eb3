package amends.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customers.Customers;
import amends.promises.NewPromise;
import amends.promises.Owner;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.Acts;
import amends.shared.Subject;
import amends.shared.WorkRows;
import amends.staff.Staff;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import amends.time.Deadline.LengthUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The faults of clocks, F12 to F15: nothing promised is lost, rung early or rung twice when a
 * program was down, a clock is wrong, the clocks change, or a node sleeps and comes back.
 */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClockFaultsTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Autowired JdbcClient sql;
  @Autowired Acts acts;
  @Autowired TestClock clock;
  @Autowired List<Bell> bells;
  @Autowired Alarms alarms;
  @Autowired Promises promises;
  @Autowired Calendars calendars;
  @Autowired Staff staff;
  @Autowired Customers customers;

  private Fernhill world;
  private long subject;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
  }

  private Promise due(Instant at) {
    return promises.make(
        new NewPromise(
            Subject.of("test", ++subject),
            world.ruth().id(),
            Promise.Kind.CONTACT,
            "we write to you",
            at,
            Owner.team(world.home.id()),
            world.priya.actor()));
  }

  private AlarmClock node(InstantSource its, Duration ahead) {
    return new AlarmClock(sql, its, acts, bells, () -> ahead);
  }

  private static void ring(AlarmClock node) {
    while (node.perform()) {}
  }

  /** How often each of them was broken, in the order in which that was written down. */
  private List<Long> broken(List<Promise> of) {
    List<Long> subjects = of.stream().map(p -> p.about().id()).toList();
    return sql.sql(
            """
            select subject_id from journal_v_entry
            where kind = 'promise.broken' and subject_kind = 'test' and subject_id = any(:subjects)
            order by id
            """)
        .param("subjects", subjects.toArray(Long[]::new))
        .query(Long.class)
        .list();
  }

  @Test
  void f12WhatFellDueWhileEverythingWasDownRingsOnceInItsOrderAndSaysThatItIsLate() {
    List<Promise> all = new ArrayList<>();
    for (int minute : new int[] {50, 10, 40, 20, 30, 60}) {
      all.add(due(clock.instant().plus(Duration.ofMinutes(minute))));
    }
    Promise later = due(clock.instant().plus(HOUR.multipliedBy(3)));
    clock.pass(HOUR.multipliedBy(2));
    ring(node(clock, Duration.ZERO));
    ring(node(clock, Duration.ZERO));

    List<Long> inOrder =
        all.stream()
            .sorted(java.util.Comparator.comparing(Promise::dueAt))
            .map(p -> p.about().id())
            .toList();
    assertThat(broken(all)).isEqualTo(inOrder);
    assertThat(promises.promise(later.id()).owed()).isTrue();
    assertThat(
            sql.sql(
                    """
                    select count(*) from alarm where bell = 'promise.due' and late
                      and subject_kind = 'promise' and subject_id = any(:ids)
                    """)
                .param("ids", all.stream().map(Promise::id).toArray(Long[]::new))
                .query(Integer.class)
                .single())
        .isEqualTo(all.size());
  }

  @Test
  void f13AClockThatIsWrongByAnHourRingsNothingEarlyAndNothingTwice() {
    AlarmClock right = node(clock, Duration.ZERO);
    AlarmClock ahead = node(() -> clock.instant().plus(HOUR), HOUR);
    AlarmClock behind = node(() -> clock.instant().minus(HOUR), Duration.ZERO);
    Promise soon = due(clock.instant().plus(Duration.ofMinutes(30)));

    List.of(ahead, right, behind).forEach(ClockFaultsTest::ring);
    assertThat(promises.promise(soon.id()).owed()).as("not due by any right clock").isTrue();
    clock.pass(Duration.ofMinutes(31));
    ring(behind);
    assertThat(promises.promise(soon.id()).owed()).as("by its clock it is not due").isTrue();
    List.of(right, ahead, behind).forEach(ClockFaultsTest::ring);

    assertThat(broken(List.of(soon))).hasSize(1);
    Instant brokenAt = promises.promise(soon.id()).moments().brokenAt();
    assertThat(brokenAt).isEqualTo(clock.instant());
  }

  @Test
  void f14APromiseOverAChangeOfTheClocksRingsWhenTheClockOnTheWallSaysSo() {
    for (String noon : List.of("2027-03-27T12:00", "2027-10-30T12:00")) {
      Instant from = LocalDateTime.parse(noon).atZone(BERLIN).toInstant();
      clock.set(from);
      Counting rule = Counting.of(Counting.HOUSE, LocalDate.of(2027, 1, 1)).orElseThrow();
      WorkingCalendar always = WorkingCalendar.always(BERLIN);
      Promise day = due(rule.due(from, new Period(24, LengthUnit.HOURS), always));
      Promise midnight = due(rule.due(from, new Period(1, LengthUnit.CALENDAR_DAYS), always));

      Instant rung = minuteOfBreaking(day, from);
      assertThat(Duration.between(from, rung)).isEqualTo(Duration.ofHours(24));
      Instant over = minuteOfBreaking(midnight, rung);
      assertThat(LocalDateTime.ofInstant(over, BERLIN))
          .isEqualTo(LocalDateTime.parse(noon).toLocalDate().plusDays(2).atStartOfDay());
    }
  }

  private Instant minuteOfBreaking(Promise promise, Instant from) {
    AlarmClock node = node(clock, Duration.ZERO);
    Instant at = promise.dueAt().minus(Duration.ofMinutes(2));
    clock.set(at.isBefore(from) ? from : at);
    ring(node);
    assertThat(promises.promise(promise.id()).owed()).isTrue();
    while (promises.promise(promise.id()).owed()) {
      clock.pass(Duration.ofMinutes(1));
      ring(node);
    }
    return clock.instant();
  }

  @Test
  void f14OtherRulesOfAZoneOrACalendarMoveNothingThatWasPromised() {
    calendars.keep("moving", BERLIN, WorkingCalendarTest.weekdays(9, 17), Map.of());
    Instant from = clock.instant();
    Promise made = due(calendars.calendar("moving").plusWorking(from, HOUR.multipliedBy(4)));
    calendars.keep(
        "moving", ZoneId.of("Asia/Tokyo"), WorkingCalendarTest.weekdays(10, 12), Map.of());
    assertThat(calendars.calendar("moving").plusWorking(from, HOUR.multipliedBy(4)))
        .as("what is promised next lies elsewhere")
        .isNotEqualTo(made.dueAt());
    clock.set(made.dueAt().minusSeconds(1));
    ring(node(clock, Duration.ZERO));
    assertThat(promises.promise(made.id()).owed()).isTrue();
    clock.pass(Duration.ofSeconds(2));
    ring(node(clock, Duration.ZERO));
    assertThat(promises.promise(made.id()).broken()).isTrue();
  }

  @Test
  void f15ANodeThatSleptThroughItsLeaseWritesNothingAnyMore() {
    Subject promise = Subject.of("promise", 9_000_001);
    alarms.set("promise.due", promise, clock.instant().minusSeconds(60));
    WorkRows sleeper = new WorkRows(sql, clock, "alarm").among("subject_kind", "promise");
    List<WorkRows.Lease> slept = sleeper.claim(100, Duration.ofSeconds(30));
    clock.pass(Duration.ofSeconds(90));
    WorkRows other = new WorkRows(sql, clock, "alarm").among("subject_kind", "promise");
    List<WorkRows.Lease> taken = other.claim(100, Duration.ofSeconds(30));
    assertThat(taken)
        .extracting(WorkRows.Lease::id)
        .containsAll(slept.stream().map(WorkRows.Lease::id).toList());
    taken.forEach(lease -> acts.run(() -> other.finish(lease)));

    for (WorkRows.Lease lease : slept) {
      assertThatThrownBy(() ->
              acts.run(() -> {
                due(clock.instant().plus(HOUR));
                sleeper.finish(lease);
              }))
          .isInstanceOf(WorkRows.LeaseLost.class);
    }
    assertThat(promises.about(Subject.of("test", subject)))
        .as("what it did in that act is undone with it")
        .isEmpty();
  }
}

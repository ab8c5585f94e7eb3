package amends.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customers.Customers;
import amends.shared.NotFound;
import amends.shared.Retained;
import amends.testing.Clicks;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.test.web.servlet.MockMvc;

/** Who is away, and when they are back. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AbsencesTest {
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Absences absences;
  @Autowired TestClock clock;
  @Autowired List<Retained> retained;
  @Autowired MockMvc mvc;
  @Autowired ConfigurableApplicationContext context;

  private Fernhill world;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
  }

  private Instant in(int hours) {
    return clock.instant().plus(Duration.ofHours(hours));
  }

  private Absence away(Viewer who, int from, int until) {
    return absences.record(who.id(), in(from), in(until), Absence.Kind.PLANNED, who.actor());
  }

  @Test
  void whoIsAwayIsAbsentFromTheFirstMomentToTheLast() {
    Absence absence = away(world.tom, 2, 5);
    assertThat(absences.isAbsent(world.tom.id(), in(1))).isFalse();
    assertThat(absences.isAbsent(world.tom.id(), in(2))).isTrue();
    assertThat(absences.isAbsent(world.tom.id(), in(5))).isFalse();
    assertThat(absences.isAbsent(world.priya.id(), in(3))).isFalse();
    assertThat(absences.absent(in(3))).contains(world.tom.id());
    absences.end(absence.id(), world.tom.actor());
    assertThat(absences.isAbsent(world.tom.id(), in(3))).isFalse();
    assertThatThrownBy(() -> absences.get(absence.id())).isInstanceOf(NotFound.class);
  }

  @Test
  void isBackWhenTheLastOfSeveralThatFollowEachOtherIsOver() {
    Absence shift = away(world.priya, 0, 16);
    Absence holiday = away(world.priya, 15, 200);
    Absence later = away(world.priya, 300, 400);
    assertThat(absences.backAt(world.priya.id(), in(1))).isEqualTo(in(200));
    assertThat(absences.backAt(world.priya.id(), in(250))).isEqualTo(in(250));
    for (Absence each : List.of(shift, holiday, later)) {
      absences.end(each.id(), world.priya.actor());
    }
  }

  @Test
  void whoComesBackEarlierIsThereAtOnceAndItStaysWrittenDown() {
    Absence absence = away(world.hanna, 0, 9);
    clock.pass(Duration.ofHours(1));
    absences.end(absence.id(), world.hanna.actor());
    assertThat(absences.isAbsent(world.hanna.id(), clock.instant())).isFalse();
    assertThat(absences.get(absence.id()).until()).isEqualTo(clock.instant());
  }

  @Test
  void refusesWhatEndsBeforeItBeginsOrNeverOrIsOfNobody() {
    assertThatThrownBy(() -> away(world.tom, 5, 5)).hasMessage("staff.absence.refuse.until");
    assertThatThrownBy(() -> away(world.tom, -9, -2)).hasMessage("staff.absence.refuse.until");
    assertThatThrownBy(() -> away(world.tom, 0, 24 * 500)).hasMessage("staff.absence.refuse.long");
    assertThatThrownBy(
            () -> absences.record(9_999, in(0), in(1), Absence.Kind.SUDDEN, world.hanna.actor()))
        .hasMessage("staff.absence.refuse.left");
  }

  @Test
  void tellsOtherRoomsInTheSameAct() {
    List<AbsenceRecorded> heard = new ArrayList<>();
    ApplicationListener<PayloadApplicationEvent<?>> listener =
        event -> {
          if (event.getPayload() instanceof AbsenceRecorded recorded) {
            heard.add(recorded);
          }
        };
    context.addApplicationListener(listener);
    Absence absence = away(world.tom, 1, 2);
    absences.end(absence.id(), world.hanna.actor());
    context.removeApplicationListener(listener);
    assertThat(heard)
        .extracting(AbsenceRecorded::by)
        .containsExactly(world.tom.actor(), world.hanna.actor());
    assertThat(heard.getFirst().absence()).isEqualTo(absence);
  }

  @Test
  void everybodyReadsWhoIsAwayAndOnlyALeadWritesItDownForOthers() {
    Clicks clicks = new Clicks(mvc);
    String tom = String.valueOf(world.tom.id());
    clicks.done(
        world.tom, "/absences", "person", tom, "until", "tomorrow 09:00", "kind", "planned");
    assertThat(clicks.page(world.sam, "/absences"))
        .contains("Tom Okafor", "back Wednesday 13 May, 09:00")
        .doesNotContain("Planned</span>");
    assertThat(
            clicks
                .submit(
                    world.priya, "/absences", "person", tom, "until", "Friday 9", "kind", "sudden")
                .getStatus())
        .isEqualTo(403);
    clicks.done(world.hanna, "/absences", "person", tom, "until", "Friday 09:00", "kind", "sudden");
    assertThat(clicks.refused(world.hanna, "/absences", "person", tom, "until", "some day"))
        .contains("some day", "Tom Okafor");
    absences
        .of(world.tom.id())
        .forEach(a -> clicks.done(world.hanna, "/absences/" + a.id() + "/ending"));
    assertThat(absences.isAbsent(world.tom.id(), clock.instant())).isFalse();
  }

  @Test
  void isForgottenAfterItsPeriod() {
    away(world.sam, 1, 2);
    Retained kind = retained.stream().filter(r -> r.kind().equals("absences")).findFirst().get();
    assertThat(kind.older(TestClock.START)).isZero();
    assertThat(kind.older(in(9_999))).isPositive();
    assertThat(kind.forget(in(9_999), 100)).isPositive();
    assertThat(absences.of(world.sam.id())).isEmpty();
  }
}

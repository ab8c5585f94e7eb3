package amends.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.shared.Acts;
import amends.shared.Refusal;
import amends.testing.DatabaseTest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class CalendarsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate MAY_DAY = LocalDate.of(2026, 5, 1);

  @Autowired Calendars calendars;
  @Autowired Acts acts;

  @Test
  void aNewHouseHasOneThatNeverClosesAndOneForTheOffice() {
    Instant sunday = Instant.parse("2026-05-10T03:00:00Z");
    assertThat(calendars.calendar(Calendars.ALWAYS).open(sunday)).isTrue();
    assertThat(calendars.calendar(Calendars.OFFICE).in(BERLIN).nextOpening(sunday))
        .isEqualTo("2026-05-11T07:00:00Z");
    assertThatThrownBy(() -> calendars.calendar("moon")).isInstanceOf(Refusal.class);
  }

  @Test
  void keepsHoursAndHolidaysAsDatedData() {
    LocalDate june = LocalDate.of(2026, 6, 1);
    List<Hours> hours =
        List.of(
            new Hours(DayOfWeek.FRIDAY, 540, 1_020, LocalDate.EPOCH, june),
            new Hours(DayOfWeek.FRIDAY, 540, 720, june, null));
    calendars.keep("workshop", BERLIN, List.of(), Map.of());
    calendars.keep("workshop", BERLIN, hours, Map.of(MAY_DAY, "Labour Day"));

    WorkingCalendar workshop = calendars.calendar("workshop");
    assertThat(workshop.businessDay(MAY_DAY)).isFalse();
    assertThat(workshop.nextOpening(Instant.parse("2026-04-30T12:00:00Z")))
        .isEqualTo("2026-05-08T07:00:00Z");
    assertThat(workshop.plusWorking(Instant.parse("2026-06-05T00:00:00Z"), Duration.ofHours(4)))
        .isEqualTo("2026-06-12T08:00:00Z");
  }

  @Test
  void anActSeesACalendarThatItHasWrittenDown() {
    acts.run(() -> {
      assertThatThrownBy(() -> calendars.calendar("garage")).isInstanceOf(Refusal.class);
      calendars.keep("garage", BERLIN, List.of(), Map.of());
      assertThat(calendars.calendar("garage").businessDay(MAY_DAY)).isFalse();
    });
  }

  @Test
  void aClockKeepsTheVersionThatWasInForceWhenItWasTriggered() {
    LocalDate change = LocalDate.of(2026, 4, 8);
    calendars.keep(version(8, LocalDate.EPOCH, change));
    calendars.keep(version(6, change, null));

    assertThat(due("2026-04-07T12:00:00Z")).isEqualTo("2026-06-02T22:00:00Z");
    assertThat(due("2026-04-08T12:00:00Z")).isEqualTo("2026-05-20T22:00:00Z");
    assertThat(calendars.due("unknown", Instant.EPOCH, BERLIN)).isEmpty();
    assertThat(calendars.deadline("raised", change)).contains(version(6, change, null));
  }

  private Instant due(String raised) {
    return calendars.due("raised", Instant.parse(raised), BERLIN).orElseThrow();
  }

  private static Deadline version(int weeks, LocalDate from, @Nullable LocalDate to) {
    return new Deadline(
        "raised",
        "complaint.received",
        Deadline.StartRule.DAY_AFTER,
        weeks,
        Deadline.LengthUnit.WEEKS,
        Deadline.DayEnd.MIDNIGHT,
        Deadline.RollRule.NONE,
        Calendars.OFFICE,
        "a rule that changed",
        from,
        to);
  }
}

package amends.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);

  private final WorkingCalendar office =
      new WorkingCalendar(BERLIN, weekdays(9, 17), Set.of(CHRISTMAS));

  @Test
  void whatComesOnFridayNightWaitsUntilMonday() {
    Instant fridayNight = Instant.parse("2026-05-15T21:59:00Z");
    assertThat(office.open(fridayNight)).isFalse();
    assertThat(office.nextOpening(fridayNight)).isEqualTo("2026-05-18T07:00:00Z");
    assertThat(office.plusWorking(fridayNight, Duration.ofHours(2)))
        .isEqualTo("2026-05-18T09:00:00Z");
  }

  @Test
  void aDaysWorkEndsAtItsClosingAndNotAtTheNextOpening() {
    assertThat(office.plusWorking(Instant.parse("2026-05-12T07:00:00Z"), Duration.ofHours(8)))
        .isEqualTo("2026-05-12T15:00:00Z");
    assertThat(office.plusWorking(Instant.parse("2026-05-12T20:00:00Z"), Duration.ZERO))
        .isEqualTo("2026-05-12T20:00:00Z");
  }

  @Test
  void isClosedOnHolidays() {
    assertThat(office.businessDay(CHRISTMAS)).isFalse();
    assertThat(office.nextOpening(Instant.parse("2026-12-24T16:00:00Z")))
        .isEqualTo("2026-12-28T08:00:00Z");
  }

  @Test
  void hoursHoldFromADayOnAndUntilADay() {
    LocalDate june = LocalDate.of(2026, 6, 1);
    List<Hours> hours =
        List.of(
            new Hours(DayOfWeek.MONDAY, 540, 1_020, LocalDate.EPOCH, june),
            new Hours(DayOfWeek.MONDAY, 600, 840, june, null));
    WorkingCalendar dated = new WorkingCalendar(BERLIN, hours, Set.of());

    assertThat(worked(dated, LocalDate.of(2026, 5, 25))).isEqualTo(Duration.ofHours(8));
    assertThat(worked(dated, june)).isEqualTo(Duration.ofHours(4));
  }

  @Test
  void aNightShiftIsAnHourShorterInMarchAndLongerInOctober() {
    WorkingCalendar always = WorkingCalendar.always(BERLIN);
    assertThat(worked(always, LocalDate.of(2026, 3, 29))).isEqualTo(Duration.ofHours(23));
    assertThat(worked(always, LocalDate.of(2026, 10, 25))).isEqualTo(Duration.ofHours(25));
  }

  @Test
  void lordHoweMovesItsClockByHalfAnHour() {
    WorkingCalendar always = WorkingCalendar.always(ZoneId.of("Australia/Lord_Howe"));
    assertThat(worked(always, LocalDate.of(2026, 4, 5))).isEqualTo(Duration.ofMinutes(1_470));
    assertThat(worked(always, LocalDate.of(2026, 10, 4))).isEqualTo(Duration.ofMinutes(1_410));
  }

  @Test
  void theDayThatApiaSkippedIsNoBusinessDay() {
    WorkingCalendar apia = office.in(ZoneId.of("Pacific/Apia"));
    assertThat(apia.businessDay(LocalDate.of(2011, 12, 29))).isTrue();
    assertThat(apia.businessDay(LocalDate.of(2011, 12, 30))).isFalse();
    assertThat(worked(apia, LocalDate.of(2011, 12, 30))).isZero();
  }

  @Test
  void hoursThatOverlapCountOnce() {
    List<Hours> overlapping =
        List.of(
            Hours.of(DayOfWeek.MONDAY, 9, 15),
            Hours.of(DayOfWeek.MONDAY, 10, 11),
            Hours.of(DayOfWeek.MONDAY, 14, 17));
    WorkingCalendar calendar = new WorkingCalendar(BERLIN, overlapping, Set.of());
    assertThat(worked(calendar, LocalDate.of(2026, 5, 11))).isEqualTo(Duration.ofHours(8));
  }

  @Test
  void saysThatNobodyEverWorksInsteadOfWaitingForEver() {
    WorkingCalendar closed = new WorkingCalendar(BERLIN, List.of(), Set.of());
    assertThatThrownBy(() -> closed.nextOpening(Instant.EPOCH))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> closed.plusWorking(Instant.EPOCH, Duration.ofHours(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> closed.workingBetween(Instant.MAX, Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(closed.workingBetween(Instant.EPOCH, Instant.EPOCH.plusSeconds(9))).isZero();
  }

  static List<Hours> weekdays(int from, int to) {
    return Stream.of(DayOfWeek.values())
        .filter(day -> day.getValue() <= DayOfWeek.FRIDAY.getValue())
        .map(day -> Hours.of(day, from, to))
        .toList();
  }

  private static Duration worked(WorkingCalendar calendar, LocalDate day) {
    return calendar.workingBetween(
        day.atStartOfDay(calendar.zone()).toInstant(),
        day.plusDays(1).atStartOfDay(calendar.zone()).toInstant());
  }
}

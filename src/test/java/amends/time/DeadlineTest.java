package amends.time;

import static org.assertj.core.api.Assertions.assertThat;

import amends.time.Deadline.DayEnd;
import amends.time.Deadline.LengthUnit;
import amends.time.Deadline.RollRule;
import amends.time.Deadline.StartRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final LocalDate EARLY_MAY = LocalDate.of(2026, 5, 4);

  private final WorkingCalendar office =
      new WorkingCalendar(LONDON, WorkingCalendarTest.weekdays(9, 17), Set.of(EARLY_MAY));

  @Test
  void threeBusinessDaysCountFromTheDayAfter() {
    Deadline summary =
        rule(StartRule.DAY_AFTER, 3, LengthUnit.BUSINESS_DAYS, DayEnd.CLOSE_OF_BUSINESS);

    assertThat(due(summary, "2026-05-15T22:59:00Z")).isEqualTo("2026-05-20T16:00:00Z");
    assertThat(due(summary, "2026-05-15T23:01:00Z"))
        .as("already Saturday in London")
        .isEqualTo("2026-05-20T16:00:00Z");
    assertThat(due(summary, "2026-05-01T10:00:00Z"))
        .as("the holiday is no business day")
        .isEqualTo("2026-05-07T16:00:00Z");
  }

  @Test
  void onTheSameDayTheTriggersDayIsTheFirst() {
    Deadline same = rule(StartRule.SAME_DAY, 1, LengthUnit.BUSINESS_DAYS, DayEnd.MIDNIGHT);
    assertThat(due(same, "2026-05-12T08:00:00Z")).isEqualTo("2026-05-12T23:00:00Z");
    assertThat(due(same, "2026-05-16T08:00:00Z")).isEqualTo("2026-05-18T23:00:00Z");
    Deadline week = rule(StartRule.SAME_DAY, 1, LengthUnit.WEEKS, DayEnd.MIDNIGHT);
    assertThat(due(week, "2026-05-12T08:00:00Z")).isEqualTo("2026-05-18T23:00:00Z");
  }

  @Test
  void eightWeeksEndOnTheSameDayOfTheWeek() {
    Deadline weeks = rule(StartRule.DAY_AFTER, 8, LengthUnit.WEEKS, DayEnd.MIDNIGHT);
    assertThat(due(weeks, "2026-09-01T08:00:00Z"))
        .as("winter time has come meanwhile")
        .isEqualTo("2026-10-28T00:00:00Z");
  }

  @Test
  void aMonthFromItsEndEndsAtTheEndOfAShorterOne() {
    Deadline month = rule(StartRule.DAY_AFTER, 1, LengthUnit.MONTHS, DayEnd.MIDNIGHT);
    assertThat(due(month, "2026-01-31T12:00:00Z")).isEqualTo("2026-03-01T00:00:00Z");
    assertThat(due(month, "2026-02-28T12:00:00Z")).isEqualTo("2026-03-29T00:00:00Z");
  }

  @Test
  void aLastDayOnAWeekendRollsToTheNextBusinessDayWhereTheRuleSaysSo() {
    Deadline thirty = rule(StartRule.DAY_AFTER, 30, LengthUnit.CALENDAR_DAYS, DayEnd.MIDNIGHT);
    assertThat(due(thirty, "2026-04-02T12:00:00Z")).isEqualTo("2026-05-02T23:00:00Z");

    Deadline rolled = rolling(thirty);
    assertThat(due(rolled, "2026-04-02T12:00:00Z"))
        .as("Saturday, Sunday, then the holiday")
        .isEqualTo("2026-05-05T23:00:00Z");
  }

  @Test
  void hoursAreElapsedWhateverTheClockOnTheWallDoes() {
    Deadline day = rule(StartRule.SAME_DAY, 24, LengthUnit.HOURS, DayEnd.MIDNIGHT);
    assertThat(due(day, "2026-03-28T12:00:00Z")).isEqualTo("2026-03-29T12:00:00Z");
    Deadline after = rule(StartRule.DAY_AFTER, 24, LengthUnit.HOURS, DayEnd.MIDNIGHT);
    assertThat(due(after, "2026-03-28T12:00:00Z")).isEqualTo("2026-03-30T00:00:00Z");
    assertThat(due(rolling(day), "2026-05-15T12:00:00Z")).isEqualTo("2026-05-18T23:00:00Z");
  }

  @Test
  void businessDaysAgreeWithAFingerOnTheCalendar() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      int length = 1 + random.nextInt(40);
      LocalDate received = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(730));
      Deadline rule = rule(StartRule.DAY_AFTER, length, LengthUnit.BUSINESS_DAYS, DayEnd.MIDNIGHT);

      LocalDate day = received;
      for (int left = length; left > 0; ) {
        day = day.plusDays(1);
        left -= day.getDayOfWeek().getValue() < 6 && !day.equals(EARLY_MAY) ? 1 : 0;
      }
      Instant noon = received.atTime(12, 0).atZone(LONDON).toInstant();
      assertThat(rule.due(noon, office))
          .as("%s business days after %s", length, received)
          .isEqualTo(day.plusDays(1).atStartOfDay(LONDON).toInstant());
    }
  }

  private Instant due(Deadline rule, String trigger) {
    return rule.due(Instant.parse(trigger), office);
  }

  static Deadline rule(StartRule start, int length, LengthUnit unit, DayEnd end) {
    return new Deadline(
        "test",
        "complaint.received",
        start,
        length,
        unit,
        end,
        RollRule.NONE,
        Calendars.OFFICE,
        "the house",
        LocalDate.EPOCH,
        null);
  }

  private static Deadline rolling(Deadline rule) {
    return new Deadline(
        rule.code(),
        rule.startsWith(),
        rule.startRule(),
        rule.length(),
        rule.unit(),
        rule.dayEnd(),
        RollRule.NEXT_BUSINESS_DAY,
        rule.calendar(),
        rule.source(),
        rule.from(),
        rule.to());
  }
}

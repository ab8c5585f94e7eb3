package amends.time;

import static org.assertj.core.api.Assertions.assertThat;

import amends.shared.Texts;
import amends.shared.Texts.Voice;
import amends.time.Deadline.LengthUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CountingTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

  private final WorkingCalendar england =
      new WorkingCalendar(
          LONDON, WorkingCalendarTest.weekdays(9, 17), new DaysOff("GB-ENG", Map.of(), Set.of()));
  private final WorkingCalendar bavaria =
      new WorkingCalendar(
          BERLIN, WorkingCalendarTest.weekdays(9, 17), new DaysOff("DE-BY", Map.of(), Set.of()));

  @Test
  void threeWorkingDaysAfterAFridayNightAreExplained() {
    String told = told(england, "2026-05-22T19:10:00Z", 3, LengthUnit.BUSINESS_DAYS);
    assertThat(told)
        .isEqualTo(
            "3 working days after Friday 22 May, 20:10: Thursday 28 May, 17:00, because Monday 25 May"
                + " is a holiday (Spring Bank Holiday)");
  }

  @Test
  void whatIsPlainNeedsNoExplanation() {
    assertThat(told(england, "2026-05-12T09:00:00Z", 1, LengthUnit.BUSINESS_DAYS))
        .isEqualTo("1 working day after Tuesday 12 May, 10:00: Wednesday 13 May, 17:00");
  }

  @Test
  void aChangeOfTheClocksAndAnHourAtWhichNobodyWorksAreNamed() {
    assertThat(told(england, "2026-03-28T12:00:00Z", 24, LengthUnit.HOURS))
        .isEqualTo(
            "24 hours after Saturday 28 March, 12:00: Sunday 29 March, 13:00, because the clocks go"
                + " forward by 60 minutes on Sunday 29 March; nobody works on Sunday 29 March");
    assertThat(told(england, "2026-05-12T12:00:00Z", 8, LengthUnit.HOURS))
        .endsWith("because nobody works at 21:00");
  }

  @Test
  void inAEuropeanPeriodTheHourOfTheEventDoesNotCountAndTwoDaysHoldTwoWorkingDays() {
    assertThat(due("eu-1182", bavaria, "2026-05-12T08:10:00Z", 5, LengthUnit.HOURS))
        .isEqualTo("2026-05-12T14:00:00Z");
    assertThat(due("eu-1182", bavaria, "2026-05-14T08:10:00Z", 2, LengthUnit.CALENDAR_DAYS))
        .as("Friday is the first working day, Saturday and Sunday are none")
        .isEqualTo("2026-05-18T22:00:00Z");
    assertThat(due("eu-1182", bavaria, "2026-05-14T08:10:00Z", 1, LengthUnit.CALENDAR_DAYS))
        .isEqualTo("2026-05-15T22:00:00Z");
  }

  @Test
  void aGermanMonthThatEndsOnAHolidayEndsOnTheNextWorkingDay() {
    assertThat(due("de-bgb", bavaria, "2026-05-04T08:00:00Z", 1, LengthUnit.MONTHS))
        .as("4 June 2026 is Corpus Christi in Bavaria")
        .isEqualTo("2026-06-05T22:00:00Z");
    assertThat(due("de-bgb", bavaria, "2026-01-30T08:00:00Z", 1, LengthUnit.MONTHS))
        .as("28 February is a Saturday")
        .isEqualTo("2026-03-02T23:00:00Z");
    assertThat(due("de-bgb", bavaria, "2026-05-11T08:00:00Z", 2, LengthUnit.WEEKS))
        .as("Whit Monday")
        .isEqualTo("2026-05-26T22:00:00Z");
  }

  @Test
  void daysOffDoNotCountInAShortEnglishPeriod() {
    assertThat(due("ew-cpr", england, "2026-05-21T08:00:00Z", 3, LengthUnit.CALENDAR_DAYS))
        .isEqualTo("2026-05-27T23:00:00Z");
    assertThat(due("ew-cpr", england, "2026-05-21T08:00:00Z", 6, LengthUnit.CALENDAR_DAYS))
        .isEqualTo("2026-05-27T23:00:00Z");
  }

  @Test
  void theVersionInForceOnTheDayOfTheTriggerCounts() {
    assertThat(Counting.of("de-bgb", LocalDate.of(1960, 1, 1)))
        .hasValueSatisfying(old -> assertThat(old.roll()).isEqualTo(Deadline.RollRule.NONE));
    assertThat(Counting.of("eu-1182", LocalDate.of(1970, 1, 1))).isEmpty();
    assertThat(Counting.of("moon", DAY)).isEmpty();
  }

  private static Instant due(
      String rule, WorkingCalendar calendar, String trigger, int length, LengthUnit unit) {
    return Counting.of(rule, DAY)
        .orElseThrow()
        .due(Instant.parse(trigger), new Period(length, unit), calendar);
  }

  private static String told(
      WorkingCalendar calendar, String trigger, int length, LengthUnit unit) {
    Voice t = Texts.strict().voice(Locale.UK, calendar.zone());
    return new Because(calendar, t)
        .counted(
            Instant.parse(trigger),
            new Period(length, unit),
            Counting.of(Counting.HOUSE, DAY).orElseThrow());
  }
}

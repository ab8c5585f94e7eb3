package amends.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customers.Customer;
import amends.customers.QuietHours;
import amends.promises.CadenceRule.Audience;
import amends.promises.CadenceRule.Severity;
import amends.promises.CadenceRule.Stage;
import amends.promises.CadenceRule.Unit;
import amends.time.WorkingCalendar;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** When the next word of a rhythm is due. */
class BeatsTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final WorkingCalendar OFFICE = WorkingCalendar.office(LONDON);
  private static final Stage HOURLY = new Stage(1, Unit.HOURS, null);
  private static final List<Stage> DAY_THEN_THREE =
      List.of(new Stage(24, Unit.HOURS, 1), new Stage(3, Unit.DAYS, null));

  @Test
  void theFirstComesWithinADayAndThenEveryThree() {
    CadenceRule rule = rule(false, false, DAY_THEN_THREE);
    assertThat(next(rule, "2026-05-12T13:00:00Z", 0)).isEqualTo("2026-05-13T13:00:00Z");
    assertThat(next(rule, "2026-05-13T10:00:00Z", 1)).isEqualTo("2026-05-16T10:00:00Z");
    assertThat(next(rule, "2026-05-16T10:00:00Z", 9)).isEqualTo("2026-05-19T10:00:00Z");
  }

  @Test
  void daysKeepTheTimeOfTheDayWhenTheClocksChange() {
    CadenceRule rule = rule(false, false, List.of(new Stage(1, Unit.DAYS, null)));
    assertThat(next(rule, "2026-03-28T12:00:00Z", 0)).isEqualTo("2026-03-29T11:00:00Z");
    CadenceRule hours = rule(false, false, List.of(new Stage(24, Unit.HOURS, null)));
    assertThat(next(hours, "2026-03-28T12:00:00Z", 0)).isEqualTo("2026-03-29T12:00:00Z");
  }

  @Test
  void theNightBindsItAndItSaysByWhenInTheMorning() {
    assertThat(next(rule(false, false, List.of(HOURLY)), "2026-05-12T21:30:00Z", 0))
        .as("quiet from 22:00 until 07:00: by 08:00")
        .isEqualTo("2026-05-13T07:00:00Z");
    assertThat(next(rule(false, false, List.of(HOURLY)), "2026-05-12T18:30:00Z", 0))
        .isEqualTo("2026-05-12T19:30:00Z");
  }

  @Test
  void safetyGoesOnThroughTheNight() {
    assertThat(next(rule(false, true, List.of(HOURLY)), "2026-05-12T21:30:00Z", 0))
        .isEqualTo("2026-05-12T22:30:00Z");
  }

  @Test
  void inWorkingHoursItWaitsForTheNextDay() {
    assertThat(next(rule(true, false, List.of(HOURLY)), "2026-05-15T15:30:00Z", 0))
        .as("Friday 16:30: half an hour then, the other on Monday")
        .isEqualTo("2026-05-18T08:30:00Z");
    CadenceRule days = rule(true, false, List.of(new Stage(3, Unit.DAYS, null)));
    assertThat(next(days, "2026-05-15T10:00:00Z", 0)).isEqualTo("2026-05-20T10:00:00Z");
    assertThat(next(days, "2026-05-15T19:10:00Z", 0))
        .as("20:10 is after work: until closing time")
        .isEqualTo("2026-05-20T16:00:00Z");
  }

  @Test
  void aRhythmHasAnEndlessLastStepAndNoBreathlessOne() {
    refused(List.of());
    refused(List.of(new Stage(24, Unit.HOURS, 1)));
    refused(List.of(HOURLY, HOURLY));
    refused(List.of(new Stage(1, Unit.MINUTES, null)));
    rule(false, false, DAY_THEN_THREE).requireSound();
  }

  private static void refused(List<Stage> stages) {
    assertThatThrownBy(() -> rule(false, false, stages).requireSound())
        .hasMessage("promises.cadence.refuse.stages");
  }

  private static Instant next(CadenceRule rule, String from, int beats) {
    Customer ruth =
        new Customer(
            1,
            Customer.Kind.PERSON,
            "Ruth",
            Locale.UK,
            LONDON,
            null,
            new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)),
            null,
            null,
            Instant.EPOCH);
    return new Beats(rule, OFFICE, ruth).next(Instant.parse(from), beats);
  }

  private static CadenceRule rule(boolean working, boolean safety, List<Stage> stages) {
    return new CadenceRule(1, "Any", Audience.CUSTOMER, Severity.ANY, "", working, safety, stages);
  }
}

package amends.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A clock that a law, a standard or the house sets, as data: no number of it stands in code.
 *
 * @param code such as {@code disp.final_response}
 * @param startsWith what triggers it, such as {@code complaint.received}
 * @param source where the rule is written, with the day on which it was read
 * @param from the first day on which a trigger starts this version; {@code to} the first day on
 *     which it no longer does, null when it has no end
 */
public record Deadline(
    String code,
    String startsWith,
    StartRule startRule,
    int length,
    LengthUnit unit,
    DayEnd dayEnd,
    RollRule rollRule,
    String calendar,
    String source,
    LocalDate from,
    @Nullable LocalDate to) {

  /** Whether the day of the trigger is the first day of the period, or the day after it. */
  public enum StartRule {
    SAME_DAY,
    DAY_AFTER
  }

  /** What the length counts. Hours are elapsed time, whatever the clocks on the wall do. */
  public enum LengthUnit {
    HOURS,
    CALENDAR_DAYS,
    BUSINESS_DAYS,
    WEEKS,
    MONTHS
  }

  /** When the last day is over: at the end of its working hours or of the day itself. */
  public enum DayEnd {
    CLOSE_OF_BUSINESS,
    MIDNIGHT
  }

  /** What happens when the last day is not a business day. */
  public enum RollRule {
    NONE,
    NEXT_BUSINESS_DAY
  }

  /**
   * The moment at which the time has run out. Days are those of the calendar's zone. A period of
   * months ends on the day with the same number, or on the last day of a month that has none.
   */
  public Instant due(Instant trigger, WorkingCalendar working) {
    return unit == LengthUnit.HOURS ? hours(trigger, working) : days(trigger, working);
  }

  private Instant hours(Instant trigger, WorkingCalendar working) {
    ZoneId zone = working.zone();
    Instant start =
        startRule == StartRule.SAME_DAY
            ? trigger
            : LocalDate.ofInstant(trigger, zone).plusDays(1).atStartOfDay(zone).toInstant();
    Instant due = start.plus(Duration.ofHours(length));
    LocalDate last = LocalDate.ofInstant(due, zone);
    LocalDate rolled = roll(last, working);
    return rolled.equals(last) ? due : working.end(rolled, dayEnd);
  }

  private Instant days(Instant trigger, WorkingCalendar working) {
    return working.end(lastDay(trigger, working), dayEnd);
  }

  /** The day at whose end a period of days or longer is over. */
  LocalDate lastDay(Instant trigger, WorkingCalendar working) {
    LocalDate first = LocalDate.ofInstant(trigger, working.zone());
    LocalDate last =
        switch (unit) {
          case BUSINESS_DAYS -> businessDays(first, working);
          case HOURS, CALENDAR_DAYS -> counted(first.plusDays(length));
          case WEEKS -> counted(first.plusWeeks(length));
          case MONTHS -> counted(first.plusMonths(length));
        };
    return roll(last, working);
  }

  private LocalDate counted(LocalDate afterTrigger) {
    return startRule == StartRule.SAME_DAY ? afterTrigger.minusDays(1) : afterTrigger;
  }

  private LocalDate businessDays(LocalDate trigger, WorkingCalendar working) {
    LocalDate day = startRule == StartRule.SAME_DAY ? trigger : trigger.plusDays(1);
    day = nextBusinessDay(day, working);
    for (int counted = 1; counted < length; counted++) {
      day = nextBusinessDay(day.plusDays(1), working);
    }
    return day;
  }

  private LocalDate roll(LocalDate day, WorkingCalendar working) {
    return rollRule == RollRule.NONE ? day : nextBusinessDay(day, working);
  }

  static LocalDate nextBusinessDay(LocalDate from, WorkingCalendar working) {
    LocalDate day = from;
    while (!working.businessDay(day)) {
      day = day.plusDays(1);
      if (day.isAfter(from.plusYears(10))) {
        throw new IllegalStateException("no business day within ten years of " + from);
      }
    }
    return day;
  }
}

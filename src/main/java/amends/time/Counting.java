package amends.time;

import amends.shared.DataLines;
import amends.time.Deadline.DayEnd;
import amends.time.Deadline.LengthUnit;
import amends.time.Deadline.RollRule;
import amends.time.Deadline.StartRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a period is counted, as data: {@code time/counting.txt} says which law does it how, and since
 * when. The calendar that goes with it says which days are off there.
 *
 * @param wholeHours whether the hour in which it begins does not count
 * @param atLeastWorking so many working days lie in every period of two days or more
 * @param shortUpTo in a period of so many days or fewer, days off do not count
 * @param source where it is written, with the day on which it was read
 */
public record Counting(
    String code,
    LocalDate from,
    @Nullable LocalDate to,
    boolean wholeHours,
    StartRule start,
    RollRule roll,
    int atLeastWorking,
    int shortUpTo,
    DayEnd end,
    String source) {
  /** As the house counts its own promises. */
  public static final String HOUSE = "house";

  private static final List<Counting> ALL =
      DataLines.of("time/counting.txt").map(Counting::rule).toList();

  /** The version of these rules that is in force on the day of a trigger. */
  public static Optional<Counting> of(String code, LocalDate trigger) {
    return ALL.stream()
        .filter(rule -> rule.code().equals(code) && !rule.from().isAfter(trigger))
        .filter(rule -> rule.to() == null || rule.to().isAfter(trigger))
        .max(Comparator.comparing(Counting::from));
  }

  /**
   * When a period ends that begins with this moment. Hours are elapsed time and end when they are
   * over, day or night; days are those of the calendar's zone.
   *
   * @throws IllegalStateException when nobody works for ten years
   */
  public Instant due(Instant trigger, Period period, WorkingCalendar calendar) {
    return period.unit() == LengthUnit.HOURS
        ? hourOf(trigger, calendar).plus(Duration.ofHours(period.length()))
        : days(trigger, period, calendar);
  }

  private Instant hourOf(Instant trigger, WorkingCalendar calendar) {
    Instant hour = trigger.atZone(calendar.zone()).truncatedTo(ChronoUnit.HOURS).toInstant();
    return !wholeHours || hour.equals(trigger) ? trigger : hour.plus(Duration.ofHours(1));
  }

  private Instant days(Instant trigger, Period period, WorkingCalendar calendar) {
    LocalDate first = LocalDate.ofInstant(trigger, calendar.zone());
    boolean countsWorking =
        period.unit() == LengthUnit.BUSINESS_DAYS
            || period.unit() == LengthUnit.CALENDAR_DAYS && period.length() <= shortUpTo;
    Period counted = countsWorking ? new Period(period.length(), LengthUnit.BUSINESS_DAYS) : period;
    LocalDate last = plain(counted).lastDay(trigger, calendar);
    boolean twoDays = last.isAfter(first.plusDays(start == StartRule.SAME_DAY ? 0 : 1));
    while (twoDays && worked(first, last, calendar) < atLeastWorking) {
      last = Deadline.nextBusinessDay(last.plusDays(1), calendar);
    }
    return calendar.end(last, end);
  }

  private Deadline plain(Period period) {
    return new Deadline(
        code, "", start, period.length(), period.unit(), end, roll, "", source, from, to);
  }

  private long worked(LocalDate trigger, LocalDate last, WorkingCalendar calendar) {
    LocalDate first = start == StartRule.SAME_DAY ? trigger : trigger.plusDays(1);
    return first.datesUntil(last.plusDays(1)).filter(calendar::businessDay).limit(3).count();
  }

  private static Counting rule(String[] line) {
    return new Counting(
        line[0],
        LocalDate.parse(line[1]),
        line[2].isEmpty() ? null : LocalDate.parse(line[2]),
        line[3].equals("next-hour"),
        StartRule.valueOf(code(line[4])),
        RollRule.valueOf(code(line[5])),
        Integer.parseInt(line[6]),
        Integer.parseInt(line[7]),
        DayEnd.valueOf(code(line[8])),
        line[9]);
  }

  private static String code(String word) {
    return word.replace('-', '_').toUpperCase(Locale.ROOT);
  }
}

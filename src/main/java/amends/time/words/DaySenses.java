package amends.time.words;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.function.Function;

/** Single days. */
final class DaySenses {
  static final Map<String, Function<Said, Value>> SENSES =
      Map.ofEntries(
          Map.entry("day.plus", said -> one(said.scene().today().plusDays(said.givenNumber(0)))),
          Map.entry("day.weekday", DaySenses::weekday),
          Map.entry("day.date", DaySenses::date),
          Map.entry("day.number", DaySenses::number),
          Map.entry("day.figures", DaySenses::figures),
          Map.entry("day.iso", DaySenses::iso),
          Map.entry("day.work", DaySenses::work),
          Map.entry("day.holiday", DaySenses::holiday),
          Map.entry("day.given", said -> said.need(Value.Day.class)),
          Map.entry("day.nth", DaySenses::nth),
          Map.entry("day.first", said -> one(said.need(Value.Days.class).first())),
          Map.entry("day.last", said -> one(said.need(Value.Days.class).last())),
          Map.entry("day.last.work", DaySenses::lastWorkOf),
          Map.entry("day.first.workof", DaySenses::firstWorkOf),
          Map.entry("day.inmonth", DaySenses::inMonth),
          Map.entry("day.end", DaySenses::end),
          Map.entry("day.after", DaySenses::after),
          Map.entry("day.first.work", DaySenses::firstWork));

  /** A day that passed longer ago than this is one of next year. */
  private static final int HALF_A_YEAR = 182;

  private DaySenses() {}

  static Value.Day one(LocalDate date) {
    return new Value.Day(date, 0);
  }

  /** The coming one; of next week; so many weeks after the coming one. */
  private static Value weekday(Said said) {
    DayOfWeek day = DayOfWeek.of(said.number());
    LocalDate coming = said.scene().today().with(TemporalAdjusters.nextOrSame(day));
    return switch (said.given(0)) {
      case "" -> new Value.Day(coming, 7);
      case "week" ->
          one(said.scene().monday(said.givenNumber(1)).with(TemporalAdjusters.nextOrSame(day)));
      case "plus" -> one(coming.plusWeeks(said.givenNumber(1)));
      default -> throw new IllegalStateException("no weekday is " + said.given());
    };
  }

  /** A day, a month, perhaps a year; the weekday before it may be there and is not asked. */
  private static Value date(Said said) {
    int day = said.number();
    int month = Integer.parseInt(said.name().substring(1));
    Value.Number year = said.nth(Value.Number.class, 1);
    if (year != null) {
      return one(LocalDate.of(full(year.whole()), month, day));
    }
    return new Value.Day(near(said.scene().today(), month, day), Value.Day.YEARLY);
  }

  static LocalDate near(LocalDate today, int month, int day) {
    LocalDate date = LocalDate.of(today.getYear(), month, 1);
    LocalDate exact = day > date.lengthOfMonth() && month == 2 ? date.plusYears(1) : date;
    LocalDate found = LocalDate.of(exact.getYear(), month, day);
    return ChronoUnit.DAYS.between(found, today) > HALF_A_YEAR
        ? LocalDate.of(found.getYear() + 1, month, day)
        : found;
  }

  private static int full(int year) {
    return year < 100 ? 2000 + year : year;
  }

  /** "The 15th": the next one. */
  private static Value number(Said said) {
    LocalDate today = said.scene().today();
    Value.Number after = said.nth(Value.Number.class, 1);
    int day = after == null ? said.number() : after.whole();
    for (int ahead = 0; ahead < 3; ahead++) {
      LocalDate month = today.withDayOfMonth(1).plusMonths(ahead);
      if (day >= 1 && day <= month.lengthOfMonth()) {
        LocalDate found = month.withDayOfMonth(day);
        if (!found.isBefore(today)) {
          return one(found);
        }
      }
    }
    throw new Said.NotMeant();
  }

  private static Value inMonth(Said said) {
    LocalDate month = said.scene().today().withDayOfMonth(1).plusMonths(said.givenNumber(0));
    return one(month.withDayOfMonth(said.number()));
  }

  private static Value lastWorkOf(Said said) {
    return one(said.scene().lastWorking(said.need(Value.Days.class).last()));
  }

  private static Value firstWorkOf(Said said) {
    return one(said.scene().workingDay(said.need(Value.Days.class).first().minusDays(1), 1));
  }

  /** The last day of this week, month, quarter or year. */
  private static Value end(Said said) {
    return one(Periods.current(said.scene(), said.given(0)).last());
  }

  /** "14/05", "14.5.2026"; where the place puts the month first, 5/14. */
  private static Value figures(Said said) {
    int a = said.number();
    int b = said.need(Value.Number.class, 1).whole();
    boolean monthFirst = said.given(0).isEmpty() && said.scene().monthFirst();
    int day = monthFirst ? b : a;
    int month = monthFirst ? a : b;
    if (month > 12 && day <= 12) {
      int swapped = day;
      day = month;
      month = swapped;
    }
    Value.Number year = said.nth(Value.Number.class, 2);
    return year == null
        ? new Value.Day(near(said.scene().today(), month, day), Value.Day.YEARLY)
        : one(LocalDate.of(full(year.whole()), month, day));
  }

  private static Value iso(Said said) {
    return one(
        LocalDate.of(
            said.number(),
            said.need(Value.Number.class, 1).whole(),
            said.need(Value.Number.class, 2).whole()));
  }

  /** So many working days from now; the number stands in the rule or in the words. */
  private static Value work(Said said) {
    int count = said.given().isEmpty() ? said.number() : said.givenNumber(0);
    return one(said.scene().workingDay(said.scene().today(), count));
  }

  private static Value holiday(Said said) {
    LocalDate today = said.scene().today();
    LocalDate found = Holidays.on(said.name(), today.getYear());
    return one(found.isBefore(today) ? Holidays.on(said.name(), today.getYear() + 1) : found);
  }

  /** "The first Monday in June", "the last Friday of the month". */
  private static Value nth(Said said) {
    Value.Days days = said.need(Value.Days.class);
    int nth = said.given().isEmpty() ? said.number() : said.givenNumber(0);
    DayOfWeek day =
        DayOfWeek.of(said.need(Value.Number.class, said.given().isEmpty() ? 1 : 0).whole());
    LocalDate found =
        nth < 0
            ? days.last().with(TemporalAdjusters.previousOrSame(day))
            : days.first().with(TemporalAdjusters.nextOrSame(day)).plusWeeks(nth - 1);
    if (found.isAfter(days.last()) || found.isBefore(days.first())) {
      throw new Said.NotMeant();
    }
    return one(found);
  }

  /** "Two weeks from Monday", "the day after Friday", "three days after the 5th". */
  private static Value after(Said said) {
    LocalDate day = said.need(Value.Day.class).date();
    Value.Span span = said.first(Value.Span.class);
    return one(span == null ? day.plusDays(said.givenNumber(0)) : said.scene().plus(day, span));
  }

  /** The first day after it on which people work: after the weekend, after Easter. */
  private static Value firstWork(Said said) {
    Value.Days days = said.first(Value.Days.class);
    LocalDate after = days == null ? said.need(Value.Day.class).date() : days.last();
    return one(said.scene().workingDay(after, 1));
  }
}

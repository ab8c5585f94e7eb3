package amends.time.words;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.function.Function;

/** Weeks, months and other days in a row. A week is Monday to Friday. */
final class Periods {
  static final Map<String, Function<Said, Value>> SENSES =
      Map.ofEntries(
          Map.entry("days.week", said -> week(said.scene().monday(said.givenNumber(0)))),
          Map.entry("days.weekend", said -> weekend(said.scene().monday(said.givenNumber(0)))),
          Map.entry("days.month", Periods::month),
          Map.entry("days.quarter", Periods::quarter),
          Map.entry("days.year", Periods::year),
          Map.entry("days.weekof", Periods::weekOf),
          Map.entry("days.weeknumber", Periods::weekNumber),
          Map.entry("days.part", Periods::part),
          Map.entry("days.rest", Periods::rest),
          Map.entry("days.pair", Periods::pair),
          Map.entry("days.dates", Periods::dates),
          Map.entry("days.nthweek", Periods::nthWeek));

  private Periods() {}

  /** The day, week, month, quarter or year of today. */
  static Value.Days current(Scene scene, String what) {
    LocalDate today = scene.today();
    return switch (what) {
      case "day" -> new Value.Days(today, today);
      case "week" -> week(scene.monday(0));
      case "month" -> wholeMonth(today.withDayOfMonth(1));
      case "quarter" -> {
        LocalDate first = today.with(IsoFields.DAY_OF_QUARTER, 1);
        yield new Value.Days(first, first.plusMonths(3).minusDays(1));
      }
      case "year" ->
          new Value.Days(today.withDayOfYear(1), today.with(TemporalAdjusters.lastDayOfYear()));
      default -> throw new IllegalStateException("no period is " + what);
    };
  }

  private static Value.Days week(LocalDate monday) {
    return new Value.Days(monday, monday.plusDays(4));
  }

  private static Value weekend(LocalDate monday) {
    return new Value.Days(monday.plusDays(5), monday.plusDays(6));
  }

  private static Value.Days wholeMonth(LocalDate first) {
    return new Value.Days(first, first.with(TemporalAdjusters.lastDayOfMonth()));
  }

  /** So many months ahead, or the one that is named. */
  private static Value month(Said said) {
    LocalDate today = said.scene().today();
    if (!said.given().isEmpty()) {
      return wholeMonth(today.withDayOfMonth(1).plusMonths(said.givenNumber(0)));
    }
    int month = Integer.parseInt(said.name().substring(1));
    Value.Number year = said.first(Value.Number.class);
    if (year != null) {
      return wholeMonth(LocalDate.of(year.whole(), month, 1));
    }
    LocalDate first = LocalDate.of(today.getYear(), month, 1);
    return wholeMonth(first.isBefore(today.withDayOfMonth(1)) ? first.plusYears(1) : first);
  }

  private static Value quarter(Said said) {
    LocalDate today = said.scene().today();
    LocalDate first = today.with(IsoFields.DAY_OF_QUARTER, 1);
    if (!said.given().isEmpty()) {
      first = first.plusMonths(3L * said.givenNumber(0));
    } else {
      int quarter = said.number();
      if (quarter < 1 || quarter > 4) {
        throw new Said.NotMeant();
      }
      Value.Number year = said.nth(Value.Number.class, 1);
      first = LocalDate.of(year == null ? today.getYear() : year.whole(), quarter * 3 - 2, 1);
      if (year == null && first.plusMonths(3).isBefore(today)) {
        first = first.plusYears(1);
      }
    }
    return new Value.Days(first, first.plusMonths(3).minusDays(1));
  }

  private static Value year(Said said) {
    LocalDate first =
        said.given().isEmpty()
            ? LocalDate.of(said.number(), 1, 1)
            : said.scene().today().withDayOfYear(1).plusYears(said.givenNumber(0));
    return new Value.Days(first, first.plusYears(1).minusDays(1));
  }

  private static Value weekOf(Said said) {
    LocalDate day = said.need(Value.Day.class).date();
    return week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  private static Value weekNumber(Said said) {
    LocalDate today = said.scene().today();
    int number = said.number();
    if (number < 1 || number > 53) {
      throw new Said.NotMeant();
    }
    LocalDate monday =
        today
            .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number)
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return week(monday.plusDays(6).isBefore(today) ? monday.plusWeeks(52) : monday);
  }

  /** Its beginning, its middle, its end. */
  private static Value part(Said said) {
    Value.Days named = said.first(Value.Days.class);
    Value.Days days = named == null ? week(said.scene().monday(said.givenNumber(1))) : named;
    return part(days, said.given(0));
  }

  private static Value.Days part(Value.Days days, String which) {
    long all = days.first().until(days.last(), java.time.temporal.ChronoUnit.DAYS);
    LocalDate third = days.first().plusDays(all / 3);
    LocalDate twoThirds = days.first().plusDays(all * 2 / 3);
    return switch (which) {
      case "early" -> new Value.Days(days.first(), third);
      case "mid" -> new Value.Days(third.plusDays(1), twoThirds);
      case "late" -> new Value.Days(twoThirds.plusDays(1), days.last());
      default -> throw new IllegalStateException("no part is " + which);
    };
  }

  /** What is left of it: later this week. */
  private static Value rest(Said said) {
    Value.Days days = said.need(Value.Days.class);
    LocalDate today = said.scene().today();
    if (days.first().isAfter(today)) {
      return part(days, "late");
    }
    if (today.isAfter(days.last())) {
      throw new Said.NotMeant();
    }
    return new Value.Days(today, days.last());
  }

  private static Value pair(Said said) {
    Value.Day first = said.need(Value.Day.class);
    LocalDate last = said.need(Value.Day.class, 1).date();
    if (!last.isAfter(first.date()) && said.need(Value.Day.class, 1).rolls() == 7) {
      last = last.plusWeeks(1);
    }
    if (!last.isAfter(first.date())) {
      throw new Said.NotMeant();
    }
    return new Value.Days(first.date(), last);
  }

  /** "10 to 14 June". */
  private static Value dates(Said said) {
    int month = Integer.parseInt(said.name().substring(1));
    LocalDate today = said.scene().today();
    LocalDate last = DaySenses.near(today, month, said.need(Value.Number.class, 1).whole());
    LocalDate first = last.withDayOfMonth(said.number());
    if (!last.isAfter(first)) {
      throw new Said.NotMeant();
    }
    return new Value.Days(first, last);
  }

  /** "The first week of June". */
  private static Value nthWeek(Said said) {
    Value.Days days = said.need(Value.Days.class);
    int nth = said.given().isEmpty() ? said.number() : said.givenNumber(0);
    LocalDate monday =
        nth < 0
            ? days.last().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
            : days.first()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(nth - 1);
    LocalDate first = monday.isBefore(days.first()) ? days.first() : monday;
    LocalDate friday = monday.plusDays(4);
    LocalDate last = friday.isAfter(days.last()) ? days.last() : friday;
    if (last.isBefore(first)) {
      last = first.plusDays(6);
    }
    return new Value.Days(first, last);
  }
}

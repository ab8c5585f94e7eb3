package amends.time.words;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The days that have names, as the grammars write them: 12-25, easter-2, 11-thursday-4. */
final class Holidays {
  private static final Pattern NTH = Pattern.compile("(\\d\\d)-([a-z]+)-(\\d|last)");

  private Holidays() {}

  static LocalDate on(String rule, int year) {
    if (rule.startsWith("easter")) {
      String days = rule.substring("easter".length());
      return easter(year).plusDays(days.isEmpty() ? 0 : Integer.parseInt(days));
    }
    Matcher nth = NTH.matcher(rule);
    if (nth.matches()) {
      LocalDate month = LocalDate.of(year, Integer.parseInt(nth.group(1)), 1);
      DayOfWeek day = DayOfWeek.valueOf(nth.group(2).toUpperCase(java.util.Locale.ROOT));
      return month.with(
          TemporalAdjusters.dayOfWeekInMonth(
              nth.group(3).equals("last") ? -1 : Integer.parseInt(nth.group(3)), day));
    }
    return LocalDate.of(
        year, Integer.parseInt(rule.substring(0, 2)), Integer.parseInt(rule.substring(3)));
  }

  /** Easter Sunday of the Gregorian calendar, by the anonymous computus of 1876. */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return LocalDate.of(year, f / 31, f % 31 + 1);
  }
}

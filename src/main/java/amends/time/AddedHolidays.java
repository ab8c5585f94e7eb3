package amends.time;

import amends.shared.DataLines;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The days of {@code time/holidays.txt}: places that the library has no list for. */
final class AddedHolidays {
  private static final Pattern WHICH = Pattern.compile("(\\d\\d)-([a-z]+)-(\\d|last)");
  private static final Pattern BEFORE = Pattern.compile("(\\d\\d)-([a-z]+)-before-(\\d\\d)");
  static final AddedHolidays READ = new AddedHolidays();

  private final Map<String, String> places = new LinkedHashMap<>();
  private final List<Rule> rules = new ArrayList<>();

  private record Rule(String place, String day, String name, int from, int to) {
    boolean holds(int year) {
      return year >= from && year <= to;
    }
  }

  private AddedHolidays() {
    DataLines.of("time/holidays.txt").forEach(this::read);
  }

  private void read(String[] line) {
    if (line.length == 2) {
      places.put(line[0], line[1]);
    } else {
      int to = line[4].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(line[4]);
      rules.add(new Rule(line[0], line[1], line[2], Integer.parseInt(line[3]), to));
    }
  }

  /** Their names, by code. */
  Map<String, String> places() {
    return places;
  }

  Stream<Holiday> of(String place, int year) {
    return rules.stream()
        .filter(rule -> rule.place().equals(place) && rule.holds(year))
        .map(rule -> new Holiday(day(rule.day(), year), rule.name()));
  }

  private static LocalDate day(String rule, int year) {
    Matcher which = WHICH.matcher(rule);
    if (which.matches()) {
      int nth = which.group(3).equals("last") ? -1 : Integer.parseInt(which.group(3));
      return first(year, which.group(1))
          .with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday(which.group(2))));
    }
    Matcher before = BEFORE.matcher(rule);
    if (before.matches()) {
      return first(year, before.group(1))
          .withDayOfMonth(Integer.parseInt(before.group(3)))
          .with(TemporalAdjusters.previous(weekday(before.group(2))));
    }
    return LocalDate.parse(year + "-" + rule);
  }

  private static LocalDate first(int year, String month) {
    return LocalDate.of(year, Integer.parseInt(month), 1);
  }

  private static DayOfWeek weekday(String name) {
    return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
  }
}

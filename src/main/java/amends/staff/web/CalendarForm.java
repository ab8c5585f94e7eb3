package amends.staff.web;

import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.time.CalendarPlan;
import amends.time.DaysOff;
import amends.time.Hours;
import amends.time.PublicHolidays;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A working calendar as it is typed: "9:00-17:00" for a day, one day off on each line. */
final class CalendarForm {
  private static final Pattern STRETCH =
      Pattern.compile("(\\d{1,2})(?:[:.](\\d\\d))?\\s*[-–]\\s*(\\d{1,2})(?:[:.](\\d\\d))?");
  private static final Pattern CODE = Pattern.compile("(?:.*\\()?([A-Za-z]{2}(?:-\\w{1,3})?)\\)?");
  private static final int MOST_DAYS = 200;

  private final Map<String, String> typed;

  CalendarForm(Map<String, String> typed) {
    this.typed = typed;
  }

  /** The fields of a calendar, with the hours that hold on a day. */
  static Map<String, String> of(CalendarPlan plan, LocalDate today) {
    Map<String, String> fields = new HashMap<>();
    fields.put("name", plan.name());
    fields.put("zone", plan.zone().getId());
    fields.put("place", placed(plan.daysOff().place()));
    fields.put(
        "extra",
        new TreeMap<>(plan.daysOff().extra())
            .entrySet().stream()
                .map(day -> (day.getKey() + " " + day.getValue()).strip())
                .collect(Collectors.joining("\n")));
    fields.put(
        "worked",
        new TreeSet<>(plan.daysOff().worked())
            .stream().map(LocalDate::toString).collect(Collectors.joining("\n")));
    for (DayOfWeek day : DayOfWeek.values()) {
      String hours =
          plan.hours().stream()
              .filter(h -> h.day() == day && !h.from().isAfter(today))
              .filter(h -> h.to() == null || h.to().isAfter(today))
              .map(h -> clock(h.fromMinute()) + "–" + clock(h.toMinute()))
              .collect(Collectors.joining(", "));
      fields.put(field(day), hours);
    }
    return fields;
  }

  static String field(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }

  static String clock(int minute) {
    return "%d:%02d".formatted(minute / 60, minute % 60);
  }

  /** "Germany, Bavaria (DE-BY)". */
  static String placed(String code) {
    return PublicHolidays.places().stream()
        .filter(place -> place.code().equals(code))
        .map(place -> place.name() + " (" + code + ")")
        .findFirst()
        .orElse(code);
  }

  /**
   * What was typed, in place of what stood before: other hours hold from the day that was typed, or
   * always when none was.
   *
   * @throws Refusal of the field that cannot be read
   */
  CalendarPlan read(@Nullable CalendarPlan before) {
    LocalDate from = since();
    List<Hours> hours = new ArrayList<>();
    if (before != null && from.isAfter(LocalDate.EPOCH)) {
      for (Hours old : before.hours()) {
        if (old.from().isBefore(from)) {
          boolean runs = old.to() == null || old.to().isAfter(from);
          hours.add(
              new Hours(
                  old.day(), old.fromMinute(), old.toMinute(), old.from(), runs ? from : old.to()));
        }
      }
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      hours.addAll(hours(day, from));
    }
    return new CalendarPlan(
        before == null ? value("name") : before.name(),
        zone(),
        hours,
        new DaysOff(place(), extra(), worked()));
  }

  private String value(String field) {
    return typed.getOrDefault(field, "").strip();
  }

  private LocalDate since() {
    String day = value("since");
    return day.isEmpty() ? LocalDate.EPOCH : date("since", day);
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(value("zone"));
    } catch (DateTimeException unknown) {
      throw new Refusal("zone", "staff.refused.zone");
    }
  }

  private String place() {
    String place = value("place");
    if (place.isEmpty()) {
      return "";
    }
    Matcher code = CODE.matcher(place);
    String found = code.matches() ? code.group(1).toUpperCase(Locale.ROOT) : named(place);
    if (!PublicHolidays.knows(found)) {
      throw new Refusal("place", "staff.calendar.refuse.place", place);
    }
    return found;
  }

  private static String named(String name) {
    return PublicHolidays.places().stream()
        .filter(place -> place.name().equalsIgnoreCase(name))
        .map(PublicHolidays.Place::code)
        .findFirst()
        .orElse("");
  }

  private List<Hours> hours(DayOfWeek day, LocalDate from) {
    List<Hours> hours = new ArrayList<>();
    int last = -1;
    for (String stretch : value(field(day)).split("[,;]|\\band\\b", -1)) {
      if (stretch.isBlank()) {
        continue;
      }
      Matcher read = STRETCH.matcher(stretch.strip());
      if (!read.matches()) {
        throw new Refusal(field(day), "staff.calendar.refuse.hours", stretch.strip());
      }
      int start = minute(read.group(1), read.group(2));
      int end = minute(read.group(3), read.group(4));
      if (start >= end || end > 1_440 || start < last) {
        throw new Refusal(field(day), "staff.calendar.refuse.hours", stretch.strip());
      }
      last = end;
      hours.add(new Hours(day, start, end, from, null));
    }
    return hours;
  }

  private static int minute(String hour, @Nullable String minute) {
    return Integer.parseInt(hour) * 60 + (minute == null ? 0 : Integer.parseInt(minute));
  }

  private Map<LocalDate, String> extra() {
    Map<LocalDate, String> days = new HashMap<>();
    for (String line : lines("extra")) {
      String[] parts = line.split("\\s+", 2);
      days.put(date("extra", parts[0]), parts.length == 2 ? parts[1] : "");
    }
    return days;
  }

  private Set<LocalDate> worked() {
    return lines("worked").stream()
        .map(line -> date("worked", line.split("\\s+", 2)[0]))
        .collect(Collectors.toSet());
  }

  private List<String> lines(String field) {
    List<String> lines =
        value(field).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.size() > MOST_DAYS) {
      throw new Refusal(field, "staff.calendar.refuse.days");
    }
    return lines;
  }

  private static LocalDate date(String field, String day) {
    try {
      return LocalDate.parse(day);
    } catch (DateTimeParseException unreadable) {
      throw new Refusal(field, "staff.calendar.refuse.date", day);
    }
  }

  /** The form field that a refusal belongs to, in words of the reader. */
  static String day(DayOfWeek day, Voice t) {
    return day.getDisplayName(TextStyle.FULL_STANDALONE, t.locale());
  }
}

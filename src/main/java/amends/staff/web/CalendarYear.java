package amends.staff.web;

import amends.shared.Texts.Voice;
import amends.time.CalendarPlan;
import amends.time.Holiday;
import amends.time.Hours;
import amends.time.PublicHolidays;
import amends.time.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A calendar in words: its week, and the twelve months that come. */
final class CalendarYear {
  private static final int MONTHS = 12;

  private final Voice t;
  private final LocalDate today;

  CalendarYear(Voice t, LocalDate today) {
    this.t = t;
    this.today = today;
  }

  List<CalendarsView.Month> months(CalendarPlan plan) {
    YearMonth first = YearMonth.from(today);
    return IntStream.range(0, MONTHS).mapToObj(n -> month(plan, first.plusMonths(n))).toList();
  }

  private CalendarsView.Month month(CalendarPlan plan, YearMonth month) {
    WorkingCalendar working = plan.working();
    List<LocalDate> days = month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).toList();
    long worked = days.stream().filter(working::businessDay).count();
    List<CalendarsView.Off> off = days.stream().flatMap(day -> off(plan, day).stream()).toList();
    String name =
        DateTimeFormatter.ofPattern(t.raw("staff.calendar.month"), t.locale()).format(month);
    return new CalendarsView.Month(name, t.counted("staff.calendar.working", worked), off);
  }

  private Optional<CalendarsView.Off> off(CalendarPlan plan, LocalDate day) {
    String place = plan.daysOff().place();
    boolean worked = plan.daysOff().worked().contains(day);
    Optional<Holiday> here =
        worked && !place.isEmpty() ? PublicHolidays.on(place, day) : plan.daysOff().on(day);
    String named = DateTimeFormatter.ofPattern(t.raw("staff.calendar.day"), t.locale()).format(day);
    return here.map(off -> new CalendarsView.Off(named, off.in(t.locale()), worked));
  }

  /** "Monday to Friday 9:00–17:00; Saturday 9:00–12:00", as it holds today. */
  String week(CalendarPlan plan) {
    List<String> parts = new ArrayList<>();
    int start = 1;
    while (start <= 7) {
      String hours = hours(plan, DayOfWeek.of(start));
      int end = start;
      while (end < 7 && hours(plan, DayOfWeek.of(end + 1)).equals(hours)) {
        end++;
      }
      if (!hours.isEmpty()) {
        parts.add(t.say("staff.calendar.span", days(start, end), hours));
      }
      start = end + 1;
    }
    return parts.isEmpty() ? t.say("staff.calendar.never") : String.join("; ", parts);
  }

  private String days(int start, int end) {
    String first = name(DayOfWeek.of(start));
    return start == end ? first : t.say("staff.calendar.days", first, name(DayOfWeek.of(end)));
  }

  private String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL_STANDALONE, t.locale());
  }

  private String hours(CalendarPlan plan, DayOfWeek day) {
    LocalDate next =
        Arrays.stream(new int[] {0, 1, 2, 3, 4, 5, 6})
            .mapToObj(today::plusDays)
            .filter(date -> date.getDayOfWeek() == day)
            .findFirst()
            .orElseThrow();
    return plan.hours().stream()
        .filter(h -> h.day() == day && !h.from().isAfter(next))
        .filter(h -> h.to() == null || h.to().isAfter(next))
        .map(CalendarYear::stretch)
        .collect(Collectors.joining(", "));
  }

  private static String stretch(Hours hours) {
    return CalendarForm.clock(hours.fromMinute()) + "–" + CalendarForm.clock(hours.toMinute());
  }
}

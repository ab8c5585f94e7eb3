package amends.staff.web;

import amends.shared.Refusal;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Staff;
import amends.staff.WorkCalendars;
import amends.time.Because;
import amends.time.ByWhen;
import amends.time.CalendarPlan;
import amends.time.Calendars;
import amends.time.Counting;
import amends.time.Deadline.LengthUnit;
import amends.time.Period;
import amends.time.PublicHolidays;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of the calendars, as it stands. */
@Component
final class CalendarSheet {
  private static final List<String> RULES =
      List.of(Counting.HOUSE, "eu-1182", "de-bgb", "ew-cpr", "us-frcp");

  private final WorkCalendars calendars;
  private final Staff staff;
  private final Texts texts;

  CalendarSheet(WorkCalendars calendars, Staff staff, Texts texts) {
    this.texts = texts;
    this.calendars = calendars;
    this.staff = staff;
  }

  ModelAndView shown(Page page, long id, Form form, Map<String, String> asked) {
    Voice t = page.t();
    CalendarYear year = new CalendarYear(t, LocalDate.ofInstant(page.now(), t.zone()));
    List<Calendars.Kept> all = calendars.all();
    CalendarPlan looked =
        all.stream()
            .filter(kept -> id == 0 ? kept.plan().name().equals(Calendars.OFFICE) : kept.id() == id)
            .map(Calendars.Kept::plan)
            .findFirst()
            .orElseGet(() -> all.getFirst().plan());
    Map<Long, String> own = calendars.ofTeams();
    return new ModelAndView(
        "staff/calendars",
        "v",
        new CalendarsView(
            page,
            all.stream().map(kept -> row(kept, year, t)).toList(),
            id,
            named(t, looked.name()),
            form,
            lists(t, all),
            year.months(looked),
            staff.teams().stream()
                .map(team -> new CalendarsView.Team(team.id(), team.name(), own.get(team.id())))
                .toList(),
            trial(page, looked, asked)));
  }

  private static CalendarsView.Row row(Calendars.Kept kept, CalendarYear year, Voice t) {
    CalendarPlan plan = kept.plan();
    String zone =
        plan.zone().getId().equals("Z") ? t.say("staff.calendar.anywhere") : plan.zone().getId();
    return new CalendarsView.Row(
        kept.id(),
        named(t, plan.name()),
        year.week(plan),
        plan.daysOff().place().isEmpty()
            ? t.say("staff.calendar.no-place")
            : CalendarForm.placed(plan.daysOff().place()),
        zone);
  }

  private static String named(Voice t, String calendar) {
    String key = "staff.brand.calendar." + calendar;
    return t.knows(key) ? t.say(key) : calendar;
  }

  private static CalendarsView.Lists lists(Voice t, List<Calendars.Kept> all) {
    return new CalendarsView.Lists(
        ZoneId.getAvailableZoneIds().stream()
            .filter(z -> z.contains("/") && !z.startsWith("Etc/") && !z.startsWith("SystemV/"))
            .sorted()
            .map(z -> Choice.of(z, z))
            .toList(),
        PublicHolidays.places().stream()
            .map(place -> Choice.of(place.name() + " (" + place.code() + ")", place.name()))
            .toList(),
        Arrays.stream(DayOfWeek.values())
            .map(day -> Choice.of(CalendarForm.field(day), CalendarForm.day(day, t)))
            .toList(),
        Stream.concat(
                Stream.of(Choice.of("", t.say("staff.calendar.brands"))),
                all.stream()
                    .map(kept -> Choice.of(kept.plan().name(), named(t, kept.plan().name()))))
            .toList());
  }

  private CalendarsView.Trial trial(Page page, CalendarPlan plan, Map<String, String> asked) {
    Voice t = page.t();
    Map<String, String> fields = new HashMap<>(asked);
    fields.putIfAbsent("length", "3");
    fields.putIfAbsent("unit", "business_days");
    fields.putIfAbsent("rule", Counting.HOUSE);
    Form form = Form.of(fields);
    String told = "";
    if (asked.containsKey("length")) {
      try {
        told = counted(page, plan, form);
      } catch (Refusal refusal) {
        form = form.refused(refusal.field(), t.say(refusal.key(), refusal.args()));
      }
    }
    return new CalendarsView.Trial(
        form,
        Arrays.stream(LengthUnit.values())
            .map(unit -> lower(unit.name()))
            .map(unit -> Choice.of(unit, t.say("staff.calendar.unit." + unit)))
            .toList(),
        RULES.stream().map(rule -> Choice.of(rule, t.say("staff.calendar.rule." + rule))).toList(),
        told);
  }

  /** By the clock of the calendar: "17:00" is its closing time, wherever one looks at it. */
  private String counted(Page page, CalendarPlan plan, Form form) {
    ZoneId zone = plan.working(page.t().zone()).zone();
    Voice t = texts.voice(page.t().locale(), zone);
    String length = form.value("length").strip();
    if (!length.matches("[1-9]\\d{0,2}")) {
      throw new Refusal("length", "staff.calendar.refuse.length");
    }
    LengthUnit unit =
        Arrays.stream(LengthUnit.values())
            .filter(one -> lower(one.name()).equals(form.value("unit")))
            .findFirst()
            .orElseThrow(() -> new Refusal("unit", "staff.calendar.refuse.unit"));
    String after = form.value("after").strip();
    Instant from = after.isEmpty() ? page.now() : ByWhen.read("after", after, t, page.now());
    Counting rule =
        Counting.of(form.value("rule"), LocalDate.ofInstant(from, t.zone()))
            .orElseThrow(() -> new Refusal("rule", "staff.calendar.refuse.rule"));
    return new Because(plan.working(zone), t)
        .counted(from, new Period(Integer.parseInt(length), unit), rule);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

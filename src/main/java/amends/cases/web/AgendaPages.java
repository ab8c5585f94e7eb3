package amends.cases.web;

import amends.cases.Agenda;
import amends.cases.Agenda.Due;
import amends.cases.Agenda.Whose;
import amends.shared.Texts.Voice;
import amends.shared.page.Clock;
import amends.shared.page.Page;
import amends.staff.Viewer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The calendar of moments due: one's own, or the team's. */
@Controller
final class AgendaPages {
  private static final int DAYS = 7;
  private static final int HIGHEST = 10;

  private final Agenda agenda;

  AgendaPages(Agenda agenda) {
    this.agenda = agenda;
  }

  @GetMapping("/calendar")
  ModelAndView show(
      Page page,
      Viewer viewer,
      @RequestParam(defaultValue = "me") String who,
      @RequestParam(defaultValue = "") String from) {
    ZoneId zone = page.t().zone();
    LocalDate today = LocalDate.ofInstant(page.now(), zone);
    LocalDate first = first(from, today);
    Instant begin = first.atStartOfDay(zone).toInstant();
    Instant end = first.plusDays(DAYS).atStartOfDay(zone).toInstant();
    Whose whose = who.equals("team") ? Whose.TEAM : Whose.ME;
    boolean now = first.equals(today);
    List<Due> due = agenda.due(whose, now ? null : begin, end, viewer);
    List<Due> late = due.stream().filter(d -> d.at().isBefore(begin)).toList();
    List<Due> rest = due.stream().filter(d -> !d.at().isBefore(begin)).toList();
    String here = "/calendar?who=" + (whose == Whose.TEAM ? "team" : "me");
    return new ModelAndView(
        "cases/agenda",
        "v",
        new AgendaView(
            page,
            whose == Whose.TEAM ? "team" : "me",
            page.t().say("cases.agenda.span", page.t().day(begin), page.t().day(end.minusNanos(1))),
            late.stream().map(d -> moment(page, d, page.t().at(d.at(), page.now()))).toList(),
            days(page, first, rest),
            now ? null : here + "&from=" + max(first.minusDays(DAYS), today),
            here + "&from=" + first.plusDays(DAYS),
            due.size() == Agenda.MOST));
  }

  /** What is past is no calendar; what cannot be read is today. */
  private static LocalDate first(String from, LocalDate today) {
    try {
      return from.isBlank() ? today : max(LocalDate.parse(from), today);
    } catch (DateTimeParseException e) {
      return today;
    }
  }

  private static LocalDate max(LocalDate a, LocalDate b) {
    return a.isAfter(b) && a.isBefore(b.plusYears(1)) ? a : b;
  }

  private static List<AgendaView.Day> days(Page page, LocalDate first, List<Due> due) {
    ZoneId zone = page.t().zone();
    Map<LocalDate, List<Due>> byDay =
        due.stream().collect(Collectors.groupingBy(d -> LocalDate.ofInstant(d.at(), zone)));
    List<AgendaView.Day> days = new ArrayList<>();
    int most = byDay.values().stream().mapToInt(d -> busiest(d, zone)).max().orElse(1);
    for (LocalDate day = first; day.isBefore(first.plusDays(DAYS)); day = day.plusDays(1)) {
      days.add(day(page, day, byDay.getOrDefault(day, List.of()), most));
    }
    return days;
  }

  private static AgendaView.Day day(Page page, LocalDate day, List<Due> due, int most) {
    Voice t = page.t();
    TreeMap<Integer, Long> hours = hours(due, t.zone());
    Instant begin = day.atStartOfDay(t.zone()).toInstant();
    String busiest =
        hours.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(e ->
                t.say(
                    "cases.agenda.busiest",
                    t.clockTime(day.atTime(e.getKey(), 0).atZone(t.zone()).toInstant()),
                    e.getValue()))
            .orElse("");
    List<AgendaView.Bar> bars =
        hours.entrySet().stream()
            .map(e -> new AgendaView.Bar(e.getKey(), height(e.getValue(), most)))
            .toList();
    return new AgendaView.Day(
        t.dayFrom(begin, page.now()),
        day.equals(LocalDate.ofInstant(page.now(), t.zone())),
        busiest,
        bars,
        due.stream().map(d -> moment(page, d, t.clockTime(d.at()))).toList());
  }

  private static int height(long count, int most) {
    return Math.max(1, Math.toIntExact(count * HIGHEST / Math.max(1, most)));
  }

  private static int busiest(List<Due> due, ZoneId zone) {
    return hours(due, zone).values().stream().mapToInt(Math::toIntExact).max().orElse(0);
  }

  private static TreeMap<Integer, Long> hours(List<Due> due, ZoneId zone) {
    return due.stream()
        .collect(
            Collectors.groupingBy(
                d -> d.at().atZone(zone).getHour(), TreeMap::new, Collectors.counting()));
  }

  private static AgendaView.Moment moment(Page page, Due due, String at) {
    String owner = due.owner();
    return new AgendaView.Moment(
        due.caseId(),
        at,
        state(due, page.now()),
        due.customer(),
        due.words(),
        owner == null ? page.t().say("cases.agenda.unowned") : owner);
  }

  private static Clock.State state(Due due, Instant now) {
    if (due.broken() || !due.at().isAfter(now)) {
      return Clock.State.OVERDUE;
    }
    return due.soonFrom().isAfter(now) ? Clock.State.PLENTY : Clock.State.SOON;
  }
}

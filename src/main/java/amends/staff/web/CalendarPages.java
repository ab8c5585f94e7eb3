package amends.staff.web;

import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import amends.staff.WorkCalendars;
import amends.time.Calendars;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When the house works: hours, public holidays of a place, days of its own, teams. */
@Controller
final class CalendarPages {
  private final WorkCalendars calendars;
  private final CalendarSheet sheet;
  private final Permits permits;

  CalendarPages(WorkCalendars calendars, CalendarSheet sheet, Permits permits) {
    this.calendars = calendars;
    this.sheet = sheet;
    this.permits = permits;
  }

  @GetMapping("/calendars")
  ModelAndView show(Page page, Viewer viewer, @RequestParam Map<String, String> asked) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    return sheet.shown(page, 0, Form.of(Map.of("zone", viewer.zone().getId())), asked);
  }

  @GetMapping("/calendars/{id}")
  ModelAndView showOne(
      Page page, Viewer viewer, @PathVariable long id, @RequestParam Map<String, String> asked) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    LocalDate today = LocalDate.ofInstant(page.now(), page.t().zone());
    Form form = Form.of(CalendarForm.of(calendars.get(id).plan(), today));
    return sheet.shown(page, id, form, asked);
  }

  @PostMapping("/calendars")
  ModelAndView add(
      Page page, Viewer viewer, @RequestParam Map<String, String> typed, RedirectAttributes next) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    try {
      String name = typed.getOrDefault("name", "").strip();
      if (calendars.all().stream().anyMatch(kept -> kept.plan().name().equals(name))) {
        throw new Refusal("name", "staff.calendar.refuse.taken");
      }
      long id = calendars.keep(new CalendarForm(typed).read(null), viewer.actor());
      return done(page, next, "/calendars/" + id);
    } catch (Refusal refusal) {
      return refused(page, 0, typed, refusal);
    }
  }

  @PostMapping("/calendars/{id}")
  ModelAndView change(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes next) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    Calendars.Kept kept = calendars.get(id);
    try {
      calendars.keep(new CalendarForm(typed).read(kept.plan()), viewer.actor());
      return done(page, next, "/calendars/" + id);
    } catch (Refusal refusal) {
      return refused(page, id, typed, refusal);
    }
  }

  /** A team without a word here keeps its calendar. */
  @PostMapping("/calendars/teams")
  ModelAndView teams(
      Page page, Viewer viewer, @RequestParam Map<String, String> typed, RedirectAttributes next) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    try {
      typed.forEach((field, name) -> {
        if (field.matches("team-\\d{1,18}")) {
          long team = Long.parseLong(field.substring("team-".length()));
          calendars.setTeam(team, name.isBlank() ? null : name, viewer.actor());
        }
      });
      return done(page, next, "/calendars");
    } catch (Refusal refusal) {
      return refused(page, 0, typed, refusal);
    }
  }

  private static ModelAndView done(Page page, RedirectAttributes next, String to) {
    next.addFlashAttribute(Pages.FLASH, page.t().say("staff.calendar.done"));
    return new ModelAndView("redirect:" + to);
  }

  private ModelAndView refused(Page page, long id, Map<String, String> typed, Refusal refusal) {
    Map<String, String> kept = new HashMap<>(typed);
    if (id != 0) {
      kept.put("name", calendars.get(id).plan().name());
    }
    ModelAndView again =
        sheet.shown(page, id, Typed.refused(page, Form.of(kept), refusal), Map.of());
    again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return again;
  }
}

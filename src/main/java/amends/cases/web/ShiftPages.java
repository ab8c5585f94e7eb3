package amends.cases.web;

import amends.cases.Shift;
import amends.cases.Shifts;
import amends.shared.Refusal;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Absence;
import amends.staff.Absences;
import amends.staff.Viewer;
import amends.time.ByWhen;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** At the end of a shift: everything that falls due before one is back, in one act. */
@Controller
final class ShiftPages {
  private static final int MORNING = 9;

  private final Shifts shifts;
  private final ShiftRowsShown rows;
  private final Owners owners;
  private final Offers offers;
  private final Absences absences;

  ShiftPages(Shifts shifts, ShiftRowsShown rows, Owners owners, Offers offers, Absences absences) {
    this.shifts = shifts;
    this.rows = rows;
    this.owners = owners;
    this.offers = offers;
    this.absences = absences;
  }

  @GetMapping("/shift")
  ModelAndView show(
      Page page, Viewer viewer, @RequestParam(name = "back", defaultValue = "") String typed) {
    Map<String, String> values = new HashMap<>(Map.of("back", typed));
    try {
      Instant back = typed.isBlank() ? usual(page, viewer) : back(page, typed);
      shifts.due(viewer, back).forEach(c -> values.put("case_" + c.id(), "yes"));
      values.put("away", shifts.backAt(viewer, page.now()).equals(page.now()) ? "yes" : "");
      values.put("back", typed.isBlank() ? ByWhen.typed(back, page.t()) : typed);
      return shown(page, viewer, back, Form.of(values));
    } catch (Refusal refusal) {
      String sentence = page.t().say(refusal);
      return shown(page, viewer, usual(page, viewer), Form.of(values).refused("back", sentence));
    }
  }

  @PostMapping("/shift")
  ModelAndView hand(
      Page page,
      Viewer viewer,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    Ask ask = new Ask(page, viewer, 0, typed);
    Instant back = usual(page, viewer);
    try {
      back = back(page, ask.field("back"));
      Map<Long, String> cases = new HashMap<>();
      typed.forEach((name, value) -> {
        if (name.matches("case_\\d{1,18}")) {
          cases.put(Long.valueOf(name.substring(5)), ask.field("word_" + name.substring(5)));
        }
      });
      shifts.hand(new Shift.Handing(ask.field("owner"), ask.field("words"), back, cases), viewer);
      if (ask.field("away").equals("yes")) {
        absences.record(viewer.id(), page.now(), back, Absence.Kind.SHIFT, viewer.actor());
      }
      next.addFlashAttribute(Pages.FLASH, page.t().say("cases.shift.done", cases.size()));
      return new ModelAndView("redirect:/cases?view=mine");
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      String sentence = page.t().say(refusal);
      return shown(page, viewer, back, Form.of(typed).refused(refusal.field(), sentence));
    }
  }

  private static Instant back(Page page, String typed) {
    return ByWhen.read("back", typed, page.t(), page.now());
  }

  /** As it is written down; else tomorrow morning. */
  private Instant usual(Page page, Viewer viewer) {
    Instant known = shifts.backAt(viewer, page.now());
    return known.isAfter(page.now())
        ? known
        : LocalDate.ofInstant(page.now(), viewer.zone())
            .plusDays(1)
            .atTime(MORNING, 0)
            .atZone(viewer.zone())
            .toInstant();
  }

  private ModelAndView shown(Page page, Viewer viewer, Instant back, Form form) {
    List<Choice> others =
        owners.loaded(viewer, page.t()).stream()
            .filter(c -> !c.value().equals("person:" + viewer.id()))
            .filter(c -> !c.value().startsWith("rules:"))
            .toList();
    return new ModelAndView(
        "cases/shift",
        "v",
        new ShiftView(
            page,
            form,
            page.t().moment(back),
            rows.of(page, shifts.due(viewer, back)),
            others,
            offers.moments(page.t(), page.now())));
  }
}

package amends.staff.web;

import amends.shared.Refusal;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Absence;
import amends.staff.Absences;
import amends.staff.Colleague;
import amends.staff.Viewer;
import amends.time.ByWhen;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is away: everybody reads it; oneself writes it down, and who plans the team's duty. */
@Controller
final class AbsencePages {
  private static final String PAGE = "/absences";
  private static final Duration AHEAD = Duration.ofDays(42);

  private final Absences absences;
  private final Rota rota;

  AbsencePages(Absences absences, Rota rota) {
    this.absences = absences;
    this.rota = rota;
  }

  @GetMapping(PAGE)
  ModelAndView show(Page page, Viewer viewer) {
    return shown(page, viewer, Form.blank());
  }

  @PostMapping(PAGE)
  Object record(
      Page page,
      Viewer viewer,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    try {
      long person = person(typed);
      rota.requirePlan(viewer, person);
      absences.record(
          person,
          from(page, typed.getOrDefault("from", "")),
          until(page, typed.getOrDefault("until", "")),
          Absence.Kind.of(typed.getOrDefault("kind", "")),
          viewer.actor());
      next.addFlashAttribute(Pages.FLASH, page.t().say("staff.absences.done.recorded"));
      return "redirect:" + PAGE;
    } catch (Refusal e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return shown(page, viewer, Typed.refused(page, Form.of(typed), e));
    }
  }

  @PostMapping(PAGE + "/{id}/ending")
  String end(Page page, Viewer viewer, @PathVariable long id, RedirectAttributes next) {
    rota.requirePlan(viewer, absences.get(id).personId());
    absences.end(id, viewer.actor());
    next.addFlashAttribute(Pages.FLASH, page.t().say("staff.absences.done.ended"));
    return "redirect:" + PAGE;
  }

  private static long person(Map<String, String> typed) {
    return Optional.of(typed.getOrDefault("person", ""))
        .filter(id -> id.matches("\\d{1,18}"))
        .map(Long::valueOf)
        .orElseThrow(() -> new Refusal("person", "staff.absence.refuse.left"));
  }

  private static Instant from(Page page, String typed) {
    return typed.isBlank() ? page.now() : ByWhen.read("from", typed, page.t(), page.now());
  }

  private static Instant until(Page page, String typed) {
    if (typed.isBlank()) {
      throw new Refusal("until", "staff.absence.refuse.back");
    }
    return ByWhen.read("until", typed, page.t(), page.now());
  }

  private ModelAndView shown(Page page, Viewer viewer, Form form) {
    List<Colleague> colleagues = rota.colleagues(viewer);
    List<AbsencesView.Row> rows =
        absences.ahead(AHEAD).stream()
            .flatMap(a ->
                colleagues.stream()
                    .filter(c -> c.person().id() == a.personId())
                    .map(c -> row(page, viewer, a, c)))
            .toList();
    List<Choice> kinds =
        Arrays.stream(Absence.Kind.values())
            .map(k -> Choice.of(k.code(), page.t().say("staff.absences.kind." + k.code())))
            .toList();
    return new ModelAndView(
        "staff/absences", "v", new AbsencesView(page, rows, rota.planned(viewer), kinds, form));
  }

  private AbsencesView.Row row(Page page, Viewer viewer, Absence absence, Colleague who) {
    boolean concerns = rota.plans(viewer, who);
    boolean now = absence.covers(page.now());
    String until = page.t().moment(absence.until());
    return new AbsencesView.Row(
        absence.id(),
        who.person().name(),
        who.person().id() == viewer.id(),
        now,
        now
            ? page.t().say("staff.absences.until", until)
            : page.t().say("staff.absences.span", page.t().moment(absence.from()), until),
        concerns ? page.t().say("staff.absences.kind." + absence.kind().code()) : "",
        concerns);
  }
}

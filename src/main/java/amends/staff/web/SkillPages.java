package amends.staff.web;

import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Absences;
import amends.staff.Colleague;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Skills;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Skills of colleagues, and how many cases are enough for each: kept by who plans their duty. */
@Controller
final class SkillPages {
  private static final String PAGE = "/people/skills";

  private final Skills skills;
  private final Rota rota;
  private final Absences absences;
  private final Permits permits;

  SkillPages(Skills skills, Rota rota, Absences absences, Permits permits) {
    this.skills = skills;
    this.rota = rota;
    this.absences = absences;
    this.permits = permits;
  }

  @GetMapping(PAGE)
  ModelAndView show(Page page, Viewer viewer) {
    permits.require(viewer, Permission.SEE_PEOPLE);
    return shown(page, viewer, 0, Form.blank());
  }

  @PostMapping("/people/{id}/skills")
  Object keep(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    permits.require(viewer, Permission.SEE_PEOPLE);
    rota.requirePlan(viewer, id);
    try {
      skills.set(
          id,
          Skills.read(typed.getOrDefault("skills", "")),
          most(typed.getOrDefault("most_open", "").strip()),
          viewer.actor());
      next.addFlashAttribute(Pages.FLASH, page.t().say("staff.skills.done"));
      return "redirect:" + PAGE;
    } catch (Refusal e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return shown(page, viewer, id, Typed.refused(page, Form.of(typed), e));
    }
  }

  private static @Nullable Integer most(String typed) {
    if (!typed.matches("\\d{0,3}")) {
      throw new Refusal("most_open", "staff.skills.refuse.most");
    }
    return typed.isEmpty() ? null : Integer.valueOf(typed);
  }

  /** What was refused stands in the row that it was typed into. */
  private ModelAndView shown(Page page, Viewer viewer, long refused, Form form) {
    Map<Long, Skills.Profile> profiles = skills.profiles();
    List<Colleague> colleagues =
        rota.colleagues(viewer).stream().filter(c -> rota.plans(viewer, c)).toList();
    List<SkillsView.Row> rows =
        colleagues.stream()
            .map(c -> row(page, c, profiles.get(c.person().id()), refused, form))
            .toList();
    List<String> known = skills.all().stream().map(Skills.Skill::name).toList();
    return new ModelAndView(
        "staff/skills", "v", new SkillsView(page, rows, known, Skills.ENOUGH, form));
  }

  private SkillsView.Row row(
      Page page, Colleague colleague, Skills.@Nullable Profile kept, long refused, Form form) {
    long id = colleague.person().id();
    Skills.Profile profile = kept == null ? new Skills.Profile(List.of(), null) : kept;
    Integer most = profile.mostOpen();
    String skilled = String.join(", ", profile.skills());
    String limit = most == null ? "" : String.valueOf(most);
    Instant back = absences.backAt(id, page.now());
    return new SkillsView.Row(
        id,
        colleague.person().name(),
        rota.teams(colleague),
        id == refused ? form.value("skills") : skilled,
        id == refused ? form.value("most_open") : limit,
        back.equals(page.now()) ? "" : page.t().say("staff.absences.until", page.t().moment(back)));
  }
}

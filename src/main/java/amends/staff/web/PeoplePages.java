package amends.staff.web;

import amends.shared.Refusal;
import amends.shared.Settings;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.FirstStart;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Staff;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody who works here, and their teams. */
@Controller
final class PeoplePages {
  private final Staff staff;
  private final Permits permits;
  private final FirstStart firstStart;
  private final NewColleagues newColleagues;
  private final Settings settings;

  PeoplePages(
      Staff staff,
      Permits permits,
      FirstStart firstStart,
      NewColleagues newColleagues,
      Settings settings) {
    this.staff = staff;
    this.permits = permits;
    this.firstStart = firstStart;
    this.newColleagues = newColleagues;
    this.settings = settings;
  }

  @GetMapping("/people")
  ModelAndView show(Page page, Viewer viewer) {
    permits.require(viewer, Permission.SEE_PEOPLE);
    return shown(page, viewer, Form.blank(), null);
  }

  /** Answers with the page itself: the link that it shows is written down nowhere. */
  @PostMapping("/people")
  ModelAndView add(
      Page page,
      Viewer viewer,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    try {
      long id = newColleagues.add(typed, viewer.actor());
      String link = settings.baseUrl() + firstStart.invite(id, viewer.actor());
      return shown(page, viewer, Form.blank(), link);
    } catch (Refusal e) {
      return refused(page, viewer, typed, e, response);
    }
  }

  @PostMapping("/teams")
  Object addTeam(
      Page page,
      Viewer viewer,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    try {
      staff.addTeam(typed.getOrDefault("team_name", ""), null, viewer.actor());
      next.addFlashAttribute(Pages.FLASH, page.t().say("staff.done.team"));
      return "redirect:/people";
    } catch (Refusal e) {
      return refused(page, viewer, typed, e, response);
    }
  }

  private ModelAndView refused(
      Page page,
      Viewer viewer,
      Map<String, String> typed,
      Refusal refusal,
      HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return shown(page, viewer, Typed.refused(page, Form.of(typed), refusal), null);
  }

  private ModelAndView shown(Page page, Viewer viewer, Form form, @Nullable String link) {
    boolean mayAdd = permits.may(viewer, Permission.ADMINISTER_STAFF);
    return new ModelAndView(
        "staff/people", "v", Roster.of(staff, page, viewer).shown(form, link, mayAdd));
  }
}

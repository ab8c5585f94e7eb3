package amends.staff.web;

import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Staff;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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

/** Everybody who works here, and their teams. */
@Controller
final class PeoplePages {
  private static final String PAGE = "/people";

  private final Staff staff;
  private final Permits permits;
  private final Invitations invitations;
  private final NewColleagues newColleagues;
  private final Proof proof;

  PeoplePages(
      Staff staff,
      Permits permits,
      Invitations invitations,
      NewColleagues newColleagues,
      Proof proof) {
    this.staff = staff;
    this.permits = permits;
    this.invitations = invitations;
    this.newColleagues = newColleagues;
    this.proof = proof;
  }

  @GetMapping(PAGE)
  ModelAndView show(Page page, Viewer viewer, HttpServletRequest request) {
    permits.require(viewer, Permission.SEE_PEOPLE);
    return shown(page, viewer, proof.typed(request, PAGE, Form.blank()), null);
  }

  /** Answers with the page itself: the link that it shows is written down nowhere. */
  @PostMapping(PAGE)
  Object add(
      Page page,
      Viewer viewer,
      @RequestParam Map<String, String> typed,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes next) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    return proof.wanted(
        page, request, next, PAGE, typed, () -> added(page, viewer, typed, response));
  }

  private ModelAndView added(
      Page page, Viewer viewer, Map<String, String> typed, HttpServletResponse response) {
    try {
      long id = newColleagues.add(typed, viewer.actor());
      return shown(page, viewer, Form.blank(), invitations.link(id, viewer.actor()));
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

  /** A name that is refused stands below the list again, as it was typed. */
  @PostMapping("/teams/{id}/name")
  Object renameTeam(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    try {
      staff.renameTeam(id, typed.getOrDefault("team_name", ""), viewer.actor());
      next.addFlashAttribute(Pages.FLASH, page.t().say("staff.done.team-named"));
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

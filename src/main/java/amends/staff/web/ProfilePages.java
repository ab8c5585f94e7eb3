package amends.staff.web;

import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.MailWishes;
import amends.staff.SignIns;
import amends.staff.Staff;
import amends.staff.Team;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own profile: password, and where one is signed in. */
@Controller
final class ProfilePages {
  private final Staff staff;
  private final SignIns signIns;
  private final OwnSessions sessions;
  private final MailWishes wishes;

  ProfilePages(Staff staff, SignIns signIns, OwnSessions sessions, MailWishes wishes) {
    this.staff = staff;
    this.signIns = signIns;
    this.sessions = sessions;
    this.wishes = wishes;
  }

  @GetMapping("/profile")
  ModelAndView show(Page page, Viewer viewer, HttpServletRequest request) {
    return shown(page, viewer, Form.blank(), request);
  }

  @PostMapping("/profile/password")
  Object password(
      Page page,
      Viewer viewer,
      @RequestParam Map<String, String> typed,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes next) {
    try {
      signIns.changePassword(
          viewer,
          typed.getOrDefault("current", ""),
          Typed.password(typed),
          request.getRemoteAddr(),
          request.getSession().getId());
      request.changeSessionId();
      next.addFlashAttribute(Pages.FLASH, page.t().say("staff.done.password"));
      return "redirect:/profile";
    } catch (Refusal e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return shown(page, viewer, Typed.refused(page, Form.blank(), e), request);
    }
  }

  @PostMapping("/profile/sessions/ending")
  String endOthers(Page page, Viewer viewer, HttpServletRequest request, RedirectAttributes next) {
    int ended = signIns.endOthers(viewer.id(), request.getSession().getId());
    next.addFlashAttribute(Pages.FLASH, page.t().say("staff.done.sessions", ended));
    return "redirect:/profile";
  }

  @PostMapping("/profile/sessions/{key}/ending")
  String endOne(Page page, Viewer viewer, @PathVariable String key, RedirectAttributes next) {
    int ended = sessions.end(viewer.id(), key) ? 1 : 0;
    if (ended == 1) {
      signIns.noteEnded(viewer.id(), ended);
    }
    next.addFlashAttribute(Pages.FLASH, page.t().say("staff.done.sessions", ended));
    return "redirect:/profile";
  }

  private ModelAndView shown(Page page, Viewer viewer, Form form, HttpServletRequest request) {
    List<String> teams =
        staff.teams().stream()
            .filter(t -> viewer.teams().contains(t.id()))
            .map(Team::name)
            .toList();
    return new ModelAndView(
        "staff/profile",
        "v",
        new ProfileView(
            page,
            viewer.name(),
            viewer.email(),
            Roles.highest(viewer.grants()),
            teams,
            form,
            wishes.warnings(viewer.id()),
            sessions.of(viewer.id(), request.getSession().getId(), page)));
  }
}

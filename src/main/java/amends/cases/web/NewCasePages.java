package amends.cases.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A case that we open ourselves, also before the customer knows. */
@Controller
final class NewCasePages {
  private final Permits permits;
  private final NewCaseForm newCase;
  private final Opener opener;
  private final Cases cases;

  NewCasePages(Permits permits, NewCaseForm newCase, Opener opener, Cases cases) {
    this.permits = permits;
    this.newCase = newCase;
    this.opener = opener;
    this.cases = cases;
  }

  @GetMapping("/cases/new")
  ModelAndView show(Page page, Viewer viewer, @RequestParam(defaultValue = "") String find) {
    permits.require(viewer, Permission.OPEN_CASE);
    return newCase.shown(Ask.of(page, viewer, 0), find, Form.blank());
  }

  @PostMapping("/cases")
  Object open(
      Page page,
      Viewer viewer,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    permits.require(viewer, Permission.OPEN_CASE);
    Ask ask = new Ask(page, viewer, 0, typed);
    try {
      Optional<Case> opened = opener.open(ask);
      String key = opened.isPresent() ? "cases.done.opened" : "cases.done.already";
      next.addFlashAttribute(
          Pages.FLASH, page.t().say(key, opened.map(c -> String.valueOf(c.id())).orElse("")));
      return "redirect:"
          + opened
              .filter(c -> cases.maySee(c.id(), viewer))
              .map(c -> "/cases/" + c.id())
              .orElse("/cases");
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return newCase.shown(ask, "", Typed.refused(ask, refusal));
    }
  }
}

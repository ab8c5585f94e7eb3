package amends.cases.web;

import amends.cases.Cases;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Permission;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Handing a case over, to oneself too. */
@Controller
final class OwnerPages {
  private final Cases cases;
  private final ActPage actPage;
  private final Owners owners;

  OwnerPages(Cases cases, ActPage actPage, Owners owners) {
    this.cases = cases;
    this.actPage = actPage;
    this.owners = owners;
  }

  @GetMapping("/cases/{id}/owner")
  ModelAndView show(Page page, Viewer viewer, @PathVariable long id) {
    Ask ask = Ask.of(page, viewer, id);
    return actPage.shown(ask, Permission.WORK_CASE, Form.blank(), m -> sheet(ask));
  }

  @PostMapping("/cases/{id}/owner")
  Object handOver(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    Ask ask = new Ask(page, viewer, id, typed);
    return actPage.done(
        ask,
        response,
        next,
        new ActPage.Deed(
            () -> cases.handOver(id, ask.field("owner"), ask.field("word"), viewer),
            "cases.done.owner",
            Permission.WORK_CASE,
            m -> sheet(ask)));
  }

  private ActPage.Sheet sheet(Ask ask) {
    return new ActPage.Sheet("owner", "", owners.choices(ask.viewer(), ask.page().t()));
  }
}

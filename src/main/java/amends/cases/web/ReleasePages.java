package amends.cases.web;

import amends.cases.Case;
import amends.staff.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The customer released us from a promise. */
@Controller
final class ReleasePages implements Deed {
  private final PromiseActs promises;
  private final ActPage actPage;

  ReleasePages(PromiseActs promises, ActPage actPage) {
    this.promises = promises;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/promises/{part}/release")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/promises/{part}/release")
  ModelAndView release(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.WORK_CASE;
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    return new Sheet("release", promises.note(ask), promises.said(ask, w -> true));
  }

  @Override
  public String act(Ask ask) {
    promises.renewals().release(ask.id(), ask.part(), PromiseActs.word(ask, "word"), ask.viewer());
    return "cases.done.released";
  }
}

package amends.cases.web;

import amends.cases.Case;
import amends.staff.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Agreeing a promise anew: the customer said that another moment suits them. */
@Controller
final class AgreementPages implements Deed {
  private final PromiseActs promises;
  private final ActPage actPage;

  AgreementPages(PromiseActs promises, ActPage actPage) {
    this.promises = promises;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/promises/{part}/agreement")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/promises/{part}/agreement")
  ModelAndView agree(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.WORK_CASE;
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    return new Sheet("agreement", promises.note(ask), promises.said(ask, w -> true));
  }

  @Override
  public String act(Ask ask) {
    promises
        .renewals()
        .agree(
            ask.id(),
            ask.part(),
            Typed.required(ask, "by"),
            PromiseActs.word(ask, "word"),
            ask.viewer());
    return "cases.done.agreed";
  }
}

package amends.cases.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.staff.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Handing a case over, to oneself too. */
@Controller
final class OwnerPages implements Deed {
  private final Cases cases;
  private final ActPage actPage;
  private final Owners owners;

  OwnerPages(Cases cases, ActPage actPage, Owners owners) {
    this.cases = cases;
    this.actPage = actPage;
    this.owners = owners;
  }

  @GetMapping("/cases/{id}/owner")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/owner")
  ModelAndView handOver(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.WORK_CASE;
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    return new Sheet("owner", "", owners.loaded(ask.viewer(), ask.page().t()));
  }

  @Override
  public String act(Ask ask) {
    cases.handOver(ask.id(), ask.field("owner"), ask.field("word"), ask.viewer());
    return "cases.done.owner";
  }
}

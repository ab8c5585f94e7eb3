package amends.cases.web;

import amends.cases.Case;
import amends.cases.Harm;
import amends.cases.Harms;
import amends.staff.Permission;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody was hurt or something damaged: taken down, and a person calls at once. */
@Controller
final class HarmPages implements Deed {
  private final Harms harms;
  private final ActPage actPage;

  HarmPages(Harms harms, ActPage actPage) {
    this.harms = harms;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/harm")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/harm")
  ModelAndView report(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.WORK_CASE;
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    return new Sheet("harm", "", List.of());
  }

  @Override
  public String act(Ask ask) {
    Harm harm =
        new Harm(
            ask.field("happened"),
            ask.field("injury"),
            ask.field("damage"),
            ask.field("danger").equals("yes"));
    harms.report(
        ask.id(),
        harm,
        ask.page().t().say("cases.harm.call"),
        ask.page().t().say("cases.harm.lead"),
        ask.viewer());
    return "cases.done.harm";
  }
}

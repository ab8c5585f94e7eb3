package amends.cases.web;

import amends.cases.Case;
import amends.cases.HarmDenials;
import amends.staff.Permission;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was heard in a message is not so: nobody is hurt or in danger. */
@Controller
final class HarmDenialPages implements Deed {
  private final HarmDenials denials;
  private final ActPage actPage;

  HarmDenialPages(HarmDenials denials, ActPage actPage) {
    this.denials = denials;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/harm/denial")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/harm/denial")
  ModelAndView deny(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.WORK_CASE;
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    return new Sheet("notharm", "", List.of());
  }

  @Override
  public String act(Ask ask) {
    denials.deny(ask.id(), ask.field("why"), ask.viewer());
    return "cases.done.notharm";
  }
}

package amends.cases.web;

import amends.cases.Case;
import amends.cases.CaseCadences;
import amends.promises.Cadence;
import amends.shared.NotFound;
import amends.shared.Subject;
import amends.staff.Permission;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A rhythm ends, and somebody says why. */
@Controller
final class CadenceEndPages implements Deed {
  private final CaseCadences cadences;
  private final ActPage actPage;

  CadenceEndPages(CaseCadences cadences, ActPage actPage) {
    this.cadences = cadences;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/cadence/{part}/end")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/cadence/{part}/end")
  ModelAndView end(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.WORK_CASE;
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    Cadence cadence =
        cadences.running(matter).stream()
            .filter(c -> c.id() == ask.part())
            .findFirst()
            .orElseThrow(() -> new NotFound(Subject.of("cadence", ask.part())));
    String note = ask.page().t().say("cases.cadence.running", cadence.rule().name());
    return new Sheet("cadenceend", note, List.of());
  }

  @Override
  public String act(Ask ask) {
    cadences.stop(ask.id(), ask.part(), ask.field("reason"), ask.viewer());
    return "cases.done.cadence-ended";
  }
}

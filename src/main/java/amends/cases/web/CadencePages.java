package amends.cases.web;

import amends.cases.Case;
import amends.cases.CaseCadences;
import amends.promises.Cadence;
import amends.promises.CadenceRule;
import amends.shared.Refusal;
import amends.shared.page.Choice;
import amends.staff.Permission;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** In which rhythm the customer of a case hears. */
@Controller
final class CadencePages implements Deed {
  private final CaseCadences cadences;
  private final ActPage actPage;

  CadencePages(CaseCadences cadences, ActPage actPage) {
    this.cadences = cadences;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/cadence")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/cadence")
  ModelAndView start(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.WORK_CASE;
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    String running =
        cadences.running(matter).stream()
            .map(Cadence::rule)
            .map(CadenceRule::name)
            .collect(Collectors.joining("; "));
    String note = running.isEmpty() ? "" : ask.page().t().say("cases.cadence.running", running);
    List<Choice> choices =
        cadences.rules().stream()
            .map(rule ->
                Choice.of(
                    String.valueOf(rule.id()),
                    ask.page()
                        .t()
                        .say(
                            "cases.cadence.choice",
                            rule.name(),
                            CadenceWords.of(rule, ask.page().t()))))
            .toList();
    return new Sheet("cadence", note, choices);
  }

  @Override
  public String act(Ask ask) {
    Long rule = Typed.number(ask, "cadence");
    if (rule == null) {
      throw new Refusal("cadence", "cases.cadence.refuse.none");
    }
    cadences.start(ask.id(), rule, ask.viewer());
    return "cases.done.cadence";
  }
}

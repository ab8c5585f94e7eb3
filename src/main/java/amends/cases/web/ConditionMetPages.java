package amends.cases.web;

import amends.cases.Case;
import amends.cases.Condition;
import amends.cases.Conditions;
import amends.shared.NotFound;
import amends.shared.Subject;
import amends.staff.Permission;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a promise waited for has come. */
@Controller
final class ConditionMetPages implements Deed {
  private final Conditions conditions;
  private final ActPage actPage;
  private final InstantSource clock;

  ConditionMetPages(Conditions conditions, ActPage actPage, InstantSource clock) {
    this.conditions = conditions;
    this.actPage = actPage;
    this.clock = clock;
  }

  @GetMapping("/cases/{id}/conditions/{part}/met")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/conditions/{part}/met")
  ModelAndView met(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.WORK_CASE;
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    Condition condition =
        conditions.of(matter.id(), ask.viewer()).stream()
            .filter(c -> c.id() == ask.part() && c.metAt() == null)
            .findFirst()
            .orElseThrow(() -> new NotFound(Subject.of("condition", ask.part())));
    String note =
        ask.page()
            .t()
            .say(
                "cases.condition.note",
                condition.waitsFor(),
                condition.words(),
                ConditionPages.length(ask.page().t(), condition.after()));
    return new Sheet("conditionmet", note, List.of());
  }

  @Override
  public String act(Ask ask) {
    Instant at = Typed.moment(ask, "at");
    conditions.met(ask.id(), ask.part(), at == null ? clock.instant() : at, ask.viewer());
    return "cases.condition.done.met";
  }
}

package amends.cases.web;

import amends.cases.Case;
import amends.cases.Intentions;
import amends.promises.Promise;
import amends.shared.NotFound;
import amends.shared.Subject;
import amends.staff.Permission;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody has looked again, as was meant, and says what there was. */
@Controller
final class LookedPages implements Deed {
  private final Intentions intentions;
  private final ActPage actPage;

  LookedPages(Intentions intentions, ActPage actPage) {
    this.intentions = intentions;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/promises/{part}/looked")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/promises/{part}/looked")
  ModelAndView looked(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.WORK_CASE;
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    Promise meant =
        intentions.standing(matter.id()).stream()
            .filter(p -> p.id() == ask.part())
            .findFirst()
            .orElseThrow(() -> new NotFound(Subject.of("promise", ask.part())));
    String note = ask.page().t().say("cases.intention.now", meant.words(), meant.dueAt());
    return new Sheet("looked", note, List.of());
  }

  @Override
  public String act(Ask ask) {
    intentions.looked(ask.id(), ask.part(), ask.field("text"), ask.viewer());
    return "cases.done.looked";
  }
}

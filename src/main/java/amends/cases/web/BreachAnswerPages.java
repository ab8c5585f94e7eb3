package amends.cases.web;

import amends.cases.Breach;
import amends.cases.Breaches;
import amends.cases.Case;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.staff.Permission;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What came of a standing promise that was not kept, where no grant says so. */
@Controller
final class BreachAnswerPages implements Deed {
  private static final List<Breach.Answer> SAID =
      List.of(Breach.Answer.DONE, Breach.Answer.NOT_DUE);

  private final Breaches breaches;
  private final ActPage actPage;

  BreachAnswerPages(Breaches breaches, ActPage actPage) {
    this.breaches = breaches;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/guarantees/{part}/answer")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/guarantees/{part}/answer")
  ModelAndView answer(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.WORK_CASE;
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    Voice t = ask.page().t();
    Breach breach = here(ask, matter.id());
    return new Sheet(
        "breach",
        t.say("cases.breach.note", breach.guarantee().title(), breach.guarantee().ifNot()),
        SAID.stream()
            .map(a -> Choice.of(a.code(), t.say("cases.breach.choice." + a.code())))
            .toList());
  }

  private Breach here(Ask ask, long caseId) {
    Breach breach = breaches.see(ask.part(), ask.viewer());
    if (!Long.valueOf(caseId).equals(breach.caseId())) {
      throw new NotFound(breach.asSubject());
    }
    return breach;
  }

  @Override
  public String act(Ask ask) {
    Breach breach = here(ask, ask.id());
    Breach.Answer answer =
        SAID.stream()
            .filter(a -> a.code().equals(ask.field("answer")))
            .findFirst()
            .orElseThrow(() -> new Refusal("answer", "cases.breach.refuse.choose"));
    breaches.answer(breach.id(), answer, ask.field("reason"), ask.viewer());
    return "cases.breach.answered";
  }
}

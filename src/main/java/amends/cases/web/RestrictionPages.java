package amends.cases.web;

import amends.cases.Cases;
import amends.cases.Restrictions;
import amends.shared.page.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Restricting a case to named people, and the words that may leave it. */
@Controller
final class RestrictionPages {
  private final Restrictions restrictions;
  private final AroundSheet sheet;
  private final Acting acting;
  private final Cases cases;

  RestrictionPages(Restrictions restrictions, AroundSheet sheet, Acting acting, Cases cases) {
    this.restrictions = restrictions;
    this.sheet = sheet;
    this.acting = acting;
    this.cases = cases;
  }

  @PostMapping("/cases/{id}/restriction")
  ModelAndView open(Ask ask, RedirectAttributes next) {
    return act(
        ask,
        next,
        "restricted",
        () -> {
          restrictions.open(
              ask.id(),
              RuleForm.named(ask),
              Typed.required(ask, "by"),
              ask.page().t().say("cases.people.look.restricted"),
              ask.viewer());
          return "cases.people.done.restricted";
        });
  }

  @PostMapping("/cases/{id}/restriction/people")
  ModelAndView name(Ask ask, RedirectAttributes next) {
    return act(
        ask,
        next,
        "named",
        () -> {
          restrictions.name(ask.id(), RuleForm.named(ask), ask.viewer());
          return "cases.people.done.named";
        });
  }

  @PostMapping("/cases/{id}/restriction/end")
  ModelAndView close(Ask ask, RedirectAttributes next) {
    return act(
        ask,
        next,
        "",
        () -> {
          restrictions.close(ask.id(), ask.viewer());
          return "cases.people.done.open";
        });
  }

  @PostMapping("/cases/{id}/wordings")
  ModelAndView word(Ask ask, RedirectAttributes next) {
    return act(
        ask,
        next,
        "",
        () -> {
          restrictions.word(ask.id(), ask.field("text"), ask.viewer());
          return "cases.people.done.words";
        });
  }

  @PostMapping("/cases/{id}/wordings/{part}/approval")
  ModelAndView approve(Ask ask, RedirectAttributes next) {
    return act(
        ask,
        next,
        "",
        () -> {
          restrictions.approve(ask.id(), ask.part(), ask.viewer());
          return "cases.people.done.approved";
        });
  }

  private ModelAndView act(Ask ask, RedirectAttributes next, String add, Acting.Act act) {
    Acting.Way way =
        new Acting.Way() {
          @Override
          public String done() {
            return cases.maySee(ask.id(), ask.viewer())
                ? "/cases/" + ask.id() + "/people"
                : "/cases";
          }

          @Override
          public ModelAndView refused(Form form) {
            return sheet.shown(ask, add, form);
          }
        };
    return acting.act(ask, next, act, way);
  }
}

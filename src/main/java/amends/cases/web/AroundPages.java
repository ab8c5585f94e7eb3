package amends.cases.web;

import amends.cases.Cases;
import amends.cases.ContactRules;
import amends.customers.Customers;
import amends.shared.page.Form;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The people around a case: who speaks for the customer, and how contact is kept. */
@Controller
final class AroundPages {
  private final AroundSheet sheet;
  private final Acting acting;
  private final ContactRules rules;
  private final RuleForm form;
  private final Whose whose;

  /** Whose case it is. */
  @Component
  record Whose(Cases cases, Customers customers) {}

  AroundPages(AroundSheet sheet, Acting acting, ContactRules rules, RuleForm form, Whose whose) {
    this.sheet = sheet;
    this.acting = acting;
    this.rules = rules;
    this.form = form;
    this.whose = whose;
  }

  @GetMapping("/cases/{id}/people")
  ModelAndView show(Ask ask) {
    return sheet.shown(ask, ask.field("add"), Form.blank());
  }

  @PostMapping("/cases/{id}/rules")
  ModelAndView begin(Ask ask, RedirectAttributes next) {
    var matter = whose.cases().see(ask.id(), ask.viewer());
    return act(
        ask,
        next,
        ask.field("kind"),
        () -> {
          var rule = form.read(ask, whose.customers().customer(matter.customerId()));
          rules.begin(
              ask.id(),
              rule,
              ask.page().t().say("cases.people.look." + rule.kind().code()),
              ask.viewer());
          return "cases.people.done.begun";
        });
  }

  @PostMapping("/cases/{id}/rules/{part}/review")
  ModelAndView review(Ask ask, RedirectAttributes next) {
    return act(
        ask,
        next,
        "",
        () -> {
          rules.review(
              ask.id(),
              ask.part(),
              Typed.required(ask, "by"),
              ask.page().t().say("cases.people.look"),
              ask.viewer());
          return "cases.people.done.reviewed";
        });
  }

  @PostMapping("/cases/{id}/rules/{part}/end")
  ModelAndView end(Ask ask, RedirectAttributes next) {
    return act(
        ask,
        next,
        "",
        () -> {
          rules.end(ask.id(), ask.part(), ask.viewer());
          return "cases.people.done.ended";
        });
  }

  private ModelAndView act(Ask ask, RedirectAttributes next, String add, Acting.Act act) {
    return acting.act(
        ask,
        next,
        act,
        Acting.way("/cases/" + ask.id() + "/people", refused -> sheet.shown(ask, add, refused)));
  }
}

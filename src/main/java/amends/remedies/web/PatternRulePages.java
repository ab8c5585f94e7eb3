package amends.remedies.web;

import amends.remedies.PatternRules;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.shared.Texts.Voice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** From how many on grants look odd together: seen by those who look into it, set by few. */
@Controller
final class PatternRulePages {
  private static final int DAY = 24;

  private static final String HERE = "/remedies/patterns/rules";

  private final PatternRules rules;
  private final Permits permits;

  PatternRulePages(PatternRules rules, Permits permits) {
    this.rules = rules;
    this.permits = permits;
  }

  @GetMapping(HERE)
  ModelAndView show(Page page, Viewer viewer) {
    permits.requireSomewhere(viewer, Permission.STOP_REMEDY);
    return page(Filled.blank(page, viewer), "", Form.blank());
  }

  @PostMapping(HERE + "/{code}")
  ModelAndView set(Filled filled, @PathVariable String code, RedirectAttributes next) {
    permits.require(filled.viewer(), Permission.ARRANGE_REMEDIES);
    if (rules.all().stream().noneMatch(rule -> rule.code().equals(code))) {
      throw new NotFound(Subject.of("suspicion_rule", 0));
    }
    return filled.act(
        next,
        new Filled.Done(HERE, filled.page().t().say("remedies.patterns.done")),
        () -> rules.set(code, change(filled), filled.viewer()),
        form -> page(filled, code, form));
  }

  private static PatternRules.Change change(Filled filled) {
    return new PatternRules.Change(
        number(filled, "hours"), number(filled, "at_least"), filled.ticked("counts"));
  }

  private static int number(Filled filled, String name) {
    int number = filled.number(name, 0);
    if (number < 1) {
      throw new Refusal(name, "remedies.form.refusal.number");
    }
    return number;
  }

  private ModelAndView page(Filled filled, String code, Form form) {
    return new ModelAndView(
        "remedies/patternrules",
        "v",
        new PatternRulesView(
            filled.page(),
            permits.may(filled.viewer(), Permission.ARRANGE_REMEDIES),
            rules.all().stream().map(rule -> row(filled, rule)).toList(),
            code,
            form));
  }

  private static String within(Voice t, PatternRules.Rule rule) {
    boolean days = rule.hours() > DAY && rule.hours() % DAY == 0;
    return days
        ? t.say("remedies.patterns.counts.days", rule.atLeast(), rule.hours() / DAY)
        : t.say("remedies.patterns.counts", rule.atLeast(), rule.hours());
  }

  private static PatternRulesView.Row row(Filled filled, PatternRules.Rule rule) {
    return new PatternRulesView.Row(
        rule.code(),
        filled.page().t().say("remedies.patterns.rule." + rule.code()),
        within(filled.page().t(), rule),
        String.valueOf(rule.hours()),
        String.valueOf(rule.atLeast()),
        rule.counts());
  }
}

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
import amends.staff.Person;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
  private final Staff staff;

  PatternRulePages(PatternRules rules, Permits permits, Staff staff) {
    this.rules = rules;
    this.permits = permits;
    this.staff = staff;
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
    Map<String, List<PatternRules.Setting>> settings =
        rules.settings().stream().collect(Collectors.groupingBy(PatternRules.Setting::code));
    return new ModelAndView(
        "remedies/patternrules",
        "v",
        new PatternRulesView(
            filled.page(),
            permits.may(filled.viewer(), Permission.ARRANGE_REMEDIES),
            rules.all().stream()
                .map(rule -> row(filled, rule, settings.getOrDefault(rule.code(), List.of())))
                .toList(),
            code,
            form));
  }

  private static String within(Voice t, int atLeast, int hours) {
    boolean days = hours > DAY && hours % DAY == 0;
    return days
        ? t.say("remedies.patterns.counts.days", atLeast, hours / DAY)
        : t.say("remedies.patterns.counts", atLeast, hours);
  }

  /** The first is how it counts now, and since when. */
  private String since(Filled filled, PatternRules.Setting setting) {
    Voice t = filled.page().t();
    String how =
        setting.to().counts()
            ? within(t, setting.to().atLeast(), setting.to().hours())
            : t.say("remedies.patterns.before.off");
    String at = t.at(setting.since(), filled.page().now());
    return setting.by().isPerson()
        ? t.say("remedies.patterns.before.by", how, at, name(setting.by().id()))
        : t.say("remedies.patterns.before.since", how, at);
  }

  /** Somebody who has left was somebody all the same. */
  private String name(long person) {
    return staff.people().stream()
        .filter(one -> one.id() == person)
        .map(Person::name)
        .findFirst()
        .orElse("–");
  }

  private PatternRulesView.Row row(
      Filled filled, PatternRules.Rule rule, List<PatternRules.Setting> settings) {
    return new PatternRulesView.Row(
        rule.code(),
        filled.page().t().say("remedies.patterns.rule." + rule.code()),
        within(filled.page().t(), rule.atLeast(), rule.hours()),
        String.valueOf(rule.hours()),
        String.valueOf(rule.atLeast()),
        rule.counts(),
        settings.stream().map(setting -> since(filled, setting)).toList());
  }
}

package amends.remedies.web;

import amends.remedies.Amounts;
import amends.remedies.Causes;
import amends.remedies.Costs;
import amends.shared.Money;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is set aside, and the causes by which costs are told. */
@Controller
final class BudgetPages {
  private static final String HERE = "/remedies/budgets";

  private final Costs costs;
  private final Causes causes;
  private final Permits permits;

  BudgetPages(Costs costs, Causes causes, Permits permits) {
    this.costs = costs;
    this.causes = causes;
    this.permits = permits;
  }

  @GetMapping(HERE)
  ModelAndView show(Page page, Viewer viewer) {
    permits.requireSomewhere(viewer, Permission.BACK_REMEDY);
    Filled filled = Filled.blank(page, viewer);
    return page(filled, blank(page), Form.blank());
  }

  private static Form blank(Page page) {
    return Form.of(Map.of("from", LocalDate.ofInstant(page.now(), page.t().zone()).toString()));
  }

  @PostMapping(HERE)
  ModelAndView set(Filled filled, RedirectAttributes next) {
    permits.require(filled.viewer(), Permission.ARRANGE_REMEDIES);
    return filled.act(
        next,
        new Filled.Done(HERE, filled.page().t().say("remedies.budgets.done")),
        () -> set(filled),
        form -> page(filled, form, Form.blank()));
  }

  private void set(Filled filled) {
    Money amount = filled.money("amount", filled.field("currency"));
    LocalDate from = filled.day("from");
    if (amount == null) {
      throw new Refusal("amount", "remedies.budgets.refusal.amount");
    }
    if (from == null) {
      throw new Refusal("from", "remedies.form.refusal.from");
    }
    costs.set(null, filled.field("for"), amount, from, filled.day("to"), filled.viewer());
  }

  @PostMapping("/remedies/causes")
  ModelAndView name(Filled filled, RedirectAttributes next) {
    permits.require(filled.viewer(), Permission.ARRANGE_REMEDIES);
    return filled.act(
        next,
        new Filled.Done(HERE, filled.page().t().say("remedies.causes.done")),
        () ->
            causes.keep(
                filled.field("code").toLowerCase(Locale.ROOT),
                filled.field("cause_name"),
                filled.viewer().actor()),
        form -> page(filled, blank(filled.page()), form));
  }

  @PostMapping("/remedies/causes/{code}/end")
  ModelAndView retire(
      Page page, Viewer viewer, @PathVariable String code, RedirectAttributes next) {
    permits.require(viewer, Permission.ARRANGE_REMEDIES);
    if (causes.all().stream().noneMatch(cause -> cause.code().equals(code))) {
      throw new NotFound(Subject.of("cause", 0));
    }
    Filled filled = Filled.blank(page, viewer);
    return filled.act(
        next,
        new Filled.Done(HERE, page.t().say("remedies.causes.ended")),
        () -> causes.retire(code, viewer.actor()),
        form -> page(filled, blank(page), form));
  }

  private ModelAndView page(Filled filled, Form form, Form cause) {
    Voice t = filled.page().t();
    List<Causes.Cause> all = causes.all();
    return new ModelAndView(
        "remedies/budgets",
        "v",
        new BudgetsView(
            filled.page(),
            permits.may(filled.viewer(), Permission.ARRANGE_REMEDIES),
            costs.budgets().stream().map(budget -> row(t, budget, all)).toList(),
            all.stream()
                .map(one -> new BudgetsView.Cause(one.code(), one.name(), one.active()))
                .toList(),
            form,
            cause,
            all.stream()
                .filter(Causes.Cause::active)
                .map(one -> Choice.of(one.code(), one.name()))
                .toList()));
  }

  private static BudgetsView.Row row(Voice t, Costs.Budget budget, List<Causes.Cause> causes) {
    Subject about = budget.about();
    String what =
        about != null
            ? t.say("remedies.budgets.matter", String.valueOf(about.id()))
            : causes.stream()
                .filter(cause -> cause.code().equals(budget.cause()))
                .map(Causes.Cause::name)
                .findFirst()
                .orElse("");
    LocalDate to = budget.to();
    String days =
        to == null
            ? t.say("remedies.budgets.since", Days.words(t, budget.from()))
            : t.say("remedies.budgets.between", Days.words(t, budget.from()), Days.words(t, to));
    long spent = budget.spent().minor();
    long most = budget.amount().minor();
    return new BudgetsView.Row(
        what,
        t.say(
            "remedies.budgets.spent",
            Amounts.words(budget.spent(), t.locale()),
            Amounts.words(budget.amount(), t.locale()),
            days),
        (int) Math.min(100, Math.round(100.0 * spent / Math.max(1, most))),
        spent > most);
  }
}

package amends.cases.web;

import amends.cases.Case;
import amends.cases.Conditions;
import amends.promises.After;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.staff.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A promise that begins with something: the customer is told what it waits for. */
@Controller
final class ConditionPages implements Deed {
  private final Conditions conditions;
  private final Matters matters;
  private final ActPage actPage;

  ConditionPages(Conditions conditions, Matters matters, ActPage actPage) {
    this.conditions = conditions;
    this.matters = matters;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/conditions")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/conditions")
  ModelAndView begin(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.WORK_CASE;
  }

  @Override
  public Form offered(Ask ask, Case matter) {
    return Form.of(Map.of("unit", After.Unit.DAYS.code()));
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    Voice t = ask.page().t();
    List<Choice> units =
        Arrays.stream(After.Unit.values())
            .map(u -> Choice.of(u.code(), t.say("cases.condition.unit." + u.code())))
            .toList();
    return new Sheet("condition", "", units);
  }

  @Override
  public String act(Ask ask) {
    Voice t = ask.page().t();
    After after = after(ask);
    String waits = ask.field("waits_for").strip();
    String until = t.say("cases.condition.until", waits);
    String said =
        t.say("cases.condition.said", waits, ask.field("words").strip(), length(t, after));
    conditions.begin(
        ask.id(),
        new Conditions.Wanted(
            waits,
            ask.field("words"),
            after,
            ask.field("text").isBlank() ? "" : ask.field("text").strip() + "\n\n" + said,
            new Conditions.Until(until, Typed.required(ask, "by")),
            matters.order(ask.field("order"))),
        ask.viewer());
    return "cases.condition.done";
  }

  static String length(Voice t, After after) {
    return t.counted("cases.condition.length." + after.unit().code(), after.amount());
  }

  private static After after(Ask ask) {
    String amount = ask.field("amount").strip();
    if (!amount.matches("\\d{1,3}")) {
      throw new Refusal("amount", "cases.condition.refuse.amount");
    }
    return new After(
        Integer.parseInt(amount), After.Unit.of(ask.field("unit")).orElse(After.Unit.DAYS));
  }
}

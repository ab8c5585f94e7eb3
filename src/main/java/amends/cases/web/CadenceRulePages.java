package amends.cases.web;

import amends.promises.CadenceRule;
import amends.promises.CadenceRule.Audience;
import amends.promises.CadenceRule.Severity;
import amends.promises.CadenceRule.Stage;
import amends.promises.CadenceRule.Unit;
import amends.promises.Cadences;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rhythms that the house has defined. */
@Controller
final class CadenceRulePages {
  /** As many steps as the form shows. */
  private static final int STEPS = 3;

  private static final List<String> CHANNELS = List.of("email", "sms", "phone", "letter");

  private final Cadences cadences;
  private final Permits permits;

  CadenceRulePages(Cadences cadences, Permits permits) {
    this.cadences = cadences;
    this.permits = permits;
  }

  @GetMapping("/cadences")
  ModelAndView show(Ask ask) {
    permits.require(ask.viewer(), Permission.KEEP_DESK);
    return shown(ask, Form.blank());
  }

  @PostMapping("/cadences")
  ModelAndView define(Ask ask, RedirectAttributes next) {
    permits.require(ask.viewer(), Permission.KEEP_DESK);
    try {
      cadences.define(read(ask), ask.viewer().actor());
    } catch (Refusal refusal) {
      Form form = Form.of(ask.typed());
      String said = ask.page().t().say(refusal.key(), refusal.args());
      ModelAndView again = shown(ask, form.refused(refusal.field(), said));
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    return done(ask, next, "cases.cadences.done");
  }

  @PostMapping("/cadences/{id}/end")
  ModelAndView retire(Ask ask, RedirectAttributes next) {
    permits.require(ask.viewer(), Permission.KEEP_DESK);
    cadences.rule(ask.id());
    cadences.retire(ask.id(), ask.viewer().actor());
    return done(ask, next, "cases.cadences.retired");
  }

  private static ModelAndView done(Ask ask, RedirectAttributes next, String words) {
    next.addFlashAttribute(Pages.FLASH, ask.page().t().say(words));
    return new ModelAndView("redirect:/cadences");
  }

  private static CadenceRule read(Ask ask) {
    List<Stage> stages = new ArrayList<>();
    for (int step = 1; step <= STEPS; step++) {
      String every = ask.field("every" + step).strip();
      if (!every.isEmpty()) {
        String times = ask.field("times" + step).strip();
        stages.add(
            new Stage(
                number(every),
                Unit.of(ask.field("unit" + step)),
                times.isEmpty() ? null : Integer.valueOf(number(times))));
      }
    }
    String channel = ask.field("channel");
    return new CadenceRule(
        0,
        ask.field("name"),
        Audience.of(ask.field("audience")),
        Severity.of(ask.field("severity")),
        CHANNELS.contains(channel) ? channel : "",
        ask.field("hours").equals("working"),
        !ask.field("safety").isEmpty(),
        stages);
  }

  private static int number(String typed) {
    if (!typed.matches("[1-9]\\d{0,3}")) {
      throw new Refusal("stages", "promises.cadence.refuse.stages");
    }
    return Integer.parseInt(typed);
  }

  private ModelAndView shown(Ask ask, Form form) {
    Voice t = ask.page().t();
    List<CadencesView.Row> rows =
        cadences.rules().stream()
            .map(rule ->
                new CadencesView.Row(
                    rule.id(), rule.name(), CadenceWords.of(rule, t), CadenceWords.more(rule, t)))
            .toList();
    return new ModelAndView(
        "cases/cadences",
        "v",
        new CadencesView(
            ask.page(),
            rows,
            form,
            choices(Audience.values(), Audience::code, "cases.cadence.audience.", t),
            choices(Severity.values(), Severity::code, "cases.cadence.severity.", t),
            Stream.concat(
                    Stream.of(Choice.of("", t.say("cases.cadence.channel.any"))),
                    CHANNELS.stream().map(c -> Choice.of(c, t.say("cases.cadence.channel." + c))))
                .toList(),
            choices(Unit.values(), Unit::code, "cases.cadence.unit.", t)));
  }

  private static <T> List<Choice> choices(
      T[] all, Function<T, String> code, String words, Voice t) {
    return Arrays.stream(all).map(code).map(one -> Choice.of(one, t.say(words + one))).toList();
  }
}

package amends.remedies.web;

import amends.remedies.fulfilment.Stop;
import amends.remedies.fulfilment.Stops;
import amends.shared.Refusal;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A grant is stopped or claimed back, the customer is heard, and somebody decides. */
@Controller
final class PayStopPages {
  private final GrantActs acts;
  private final Stops stops;

  PayStopPages(GrantActs acts, Stops stops) {
    this.acts = acts;
    this.stops = stops;
  }

  @PostMapping(GrantActs.AT + "/stop")
  ModelAndView stop(Filled filled, @PathVariable long id, RedirectAttributes next) {
    return acts.done(
        filled,
        id,
        next,
        "stop",
        () -> stops.open(id, reason(filled), filled.field("shows"), filled.viewer()));
  }

  @PostMapping(GrantActs.AT + "/stop/answer")
  ModelAndView answer(Filled filled, @PathVariable long id, RedirectAttributes next) {
    return acts.done(
        filled,
        id,
        next,
        "answer",
        () -> stops.answer(id, filled.field("answer"), filled.viewer()));
  }

  @PostMapping(GrantActs.AT + "/stop/decision")
  ModelAndView decide(Filled filled, @PathVariable long id, RedirectAttributes next) {
    return acts.done(
        filled,
        id,
        next,
        "decide",
        () ->
            stops.decide(
                id,
                new Stops.Decision(upholds(filled), filled.field("words"), filled.field("heard")),
                filled.viewer()));
  }

  @PostMapping(GrantActs.AT + "/back")
  ModelAndView back(Filled filled, @PathVariable long id, RedirectAttributes next) {
    return acts.done(
        filled, id, next, "back", () -> stops.back(id, filled.field("came"), filled.viewer()));
  }

  private static boolean upholds(Filled filled) {
    return switch (filled.field("decision")) {
      case "uphold" -> true;
      case "lift" -> false;
      default -> throw new Refusal("", "remedies.stop.refusal.decision");
    };
  }

  private static Stop.Reason reason(Filled filled) {
    return Arrays.stream(Stop.Reason.values())
        .filter(r -> r.code().equals(filled.field("reason")))
        .findFirst()
        .orElseThrow(() -> new Refusal("reason", "remedies.stop.refusal.reason"));
  }
}

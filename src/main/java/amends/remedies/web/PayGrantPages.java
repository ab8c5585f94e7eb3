package amends.remedies.web;

import amends.remedies.fulfilment.Attempt;
import amends.remedies.fulfilment.Shipments;
import amends.remedies.fulfilment.Tries;
import amends.remedies.fulfilment.Tries.Elsewhere;
import amends.shared.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How one grant is paid, sent or done, and what colleagues do about it. */
@Controller
final class PayGrantPages {
  private final GrantActs acts;
  private final Tries tries;
  private final Shipments shipments;

  PayGrantPages(GrantActs acts, Tries tries, Shipments shipments) {
    this.acts = acts;
    this.tries = tries;
    this.shipments = shipments;
  }

  @GetMapping(GrantActs.AT)
  ModelAndView show(Filled filled, @PathVariable long id) {
    return acts.shown(filled, id);
  }

  @PostMapping(GrantActs.AT + "/done")
  ModelAndView done(Filled filled, @PathVariable long id, RedirectAttributes next) {
    return acts.done(
        filled,
        id,
        next,
        "done",
        () -> tries.done(last(filled, id), said(filled), filled.viewer()));
  }

  @PostMapping(GrantActs.AT + "/elsewhere")
  ModelAndView elsewhere(Filled filled, @PathVariable long id, RedirectAttributes next) {
    return acts.done(
        filled, id, next, "elsewhere", () -> tries.elsewhere(id, said(filled), filled.viewer()));
  }

  @PostMapping(GrantActs.AT + "/undone")
  ModelAndView notDone(Filled filled, @PathVariable long id, RedirectAttributes next) {
    return acts.done(
        filled,
        id,
        next,
        "not-done",
        () -> tries.notDone(id, filled.field("seen"), filled.viewer()));
  }

  @PostMapping(GrantActs.AT + "/again")
  ModelAndView again(Filled filled, @PathVariable long id, RedirectAttributes next) {
    return acts.done(
        filled, id, next, "again", () -> tries.again(id, filled.field("payment"), filled.viewer()));
  }

  @PostMapping(GrantActs.AT + "/unit")
  ModelAndView unit(Filled filled, @PathVariable long id, RedirectAttributes next) {
    return acts.done(
        filled,
        id,
        next,
        "unit",
        () -> shipments.choose(last(filled, id), filled.field("serial"), filled.viewer()));
  }

  @PostMapping(GrantActs.AT + "/shipped")
  ModelAndView shipped(Filled filled, @PathVariable long id, RedirectAttributes next) {
    return acts.done(
        filled,
        id,
        next,
        "shipped",
        () -> shipments.ship(last(filled, id), filled.field("tracking"), filled.viewer()));
  }

  /** The try that is in hand; none ends as one that is over. */
  private long last(Filled filled, long id) {
    Attempt last = acts.desk().see(id, filled.viewer()).order().last();
    if (last == null) {
      throw new Refusal("", "remedies.pay.refusal.over");
    }
    return last.id();
  }

  private static Elsewhere said(Filled filled) {
    return new Elsewhere(
        filled.field("evidence"),
        PayWords.day(filled.page().t(), filled.typed(), filled.page().now()),
        null,
        filled.field("their"));
  }
}

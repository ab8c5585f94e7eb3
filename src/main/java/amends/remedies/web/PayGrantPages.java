package amends.remedies.web;

import amends.remedies.fulfilment.Attempt;
import amends.remedies.fulfilment.GrantDesk;
import amends.remedies.fulfilment.Shipments;
import amends.remedies.fulfilment.Tries;
import amends.remedies.fulfilment.Tries.Elsewhere;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Viewer;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How one grant is paid, sent or done, and what colleagues do about it. */
@Controller
final class PayGrantPages {
  private static final String AT = "/payments/grants/{id}";

  private final GrantDesk desk;
  private final Tries tries;
  private final Shipments shipments;
  private final PayGrantSheet sheet;

  PayGrantPages(GrantDesk desk, Tries tries, Shipments shipments, PayGrantSheet sheet) {
    this.desk = desk;
    this.tries = tries;
    this.shipments = shipments;
    this.sheet = sheet;
  }

  /** Who does what with which grant, and what they typed. */
  private record Visit(
      Page page, Viewer viewer, long id, Map<String, String> typed, RedirectAttributes next) {
    String field(String name) {
      return typed.getOrDefault(name, "");
    }
  }

  @GetMapping(AT)
  ModelAndView show(Page page, Viewer viewer, @PathVariable long id) {
    return sheet.shown(page, viewer, id, Form.blank(), "");
  }

  @PostMapping(AT + "/done")
  ModelAndView done(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes next) {
    Visit visit = new Visit(page, viewer, id, typed, next);
    return act(visit, "done", () -> tries.done(last(visit), said(visit), viewer));
  }

  @PostMapping(AT + "/elsewhere")
  ModelAndView elsewhere(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes next) {
    Visit visit = new Visit(page, viewer, id, typed, next);
    return act(visit, "elsewhere", () -> tries.elsewhere(id, said(visit), viewer));
  }

  @PostMapping(AT + "/undone")
  ModelAndView notDone(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes next) {
    Visit visit = new Visit(page, viewer, id, typed, next);
    return act(visit, "not-done", () -> tries.notDone(id, visit.field("seen"), viewer));
  }

  @PostMapping(AT + "/again")
  ModelAndView again(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes next) {
    Visit visit = new Visit(page, viewer, id, typed, next);
    return act(visit, "again", () -> tries.again(id, visit.field("payment"), viewer));
  }

  @PostMapping(AT + "/unit")
  ModelAndView unit(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes next) {
    Visit visit = new Visit(page, viewer, id, typed, next);
    return act(visit, "unit", () -> shipments.choose(last(visit), visit.field("serial"), viewer));
  }

  @PostMapping(AT + "/shipped")
  ModelAndView shipped(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes next) {
    Visit visit = new Visit(page, viewer, id, typed, next);
    return act(
        visit, "shipped", () -> shipments.ship(last(visit), visit.field("tracking"), viewer));
  }

  /** The try that is in hand; none ends as one that is over. */
  private long last(Visit visit) {
    Attempt last = desk.see(visit.id(), visit.viewer()).order().last();
    if (last == null) {
      throw new Refusal("", "remedies.pay.refusal.over");
    }
    return last.id();
  }

  private static Elsewhere said(Visit visit) {
    return new Elsewhere(
        visit.field("evidence"),
        PayWords.day(visit.page().t(), visit.typed(), visit.page().now()),
        null,
        visit.field("their"));
  }

  private ModelAndView act(Visit visit, String act, Runnable deed) {
    desk.see(visit.id(), visit.viewer());
    try {
      deed.run();
    } catch (Refusal refusal) {
      ModelAndView again =
          sheet.shown(
              visit.page(),
              visit.viewer(),
              visit.id(),
              Form.of(visit.typed()).refused(visit.page(), refusal),
              act);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    visit.next().addFlashAttribute(Pages.FLASH, visit.page().t().say("remedies.pay.flash." + act));
    return new ModelAndView("redirect:/payments/grants/" + visit.id());
  }
}

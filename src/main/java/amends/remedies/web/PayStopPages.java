package amends.remedies.web;

import amends.remedies.fulfilment.GrantDesk;
import amends.remedies.fulfilment.Stop;
import amends.remedies.fulfilment.Stops;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Viewer;
import java.util.Arrays;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A grant is stopped or claimed back, the customer is heard, and somebody decides. */
@Controller
final class PayStopPages {
  private static final String AT = "/payments/grants/{id}";

  private final GrantDesk desk;
  private final Stops stops;
  private final PayGrantSheet sheet;

  PayStopPages(GrantDesk desk, Stops stops, PayGrantSheet sheet) {
    this.desk = desk;
    this.stops = stops;
    this.sheet = sheet;
  }

  @PostMapping(AT + "/stop")
  ModelAndView stop(
      Page page, Viewer viewer, @PathVariable long id, @RequestParam Map<String, String> typed) {
    return act(
        page,
        viewer,
        id,
        typed,
        "stop",
        () -> stops.open(id, reason(typed), typed.getOrDefault("shows", ""), viewer));
  }

  @PostMapping(AT + "/stop/answer")
  ModelAndView answer(
      Page page, Viewer viewer, @PathVariable long id, @RequestParam Map<String, String> typed) {
    return act(
        page,
        viewer,
        id,
        typed,
        "answer",
        () -> stops.answer(id, typed.getOrDefault("answer", ""), viewer));
  }

  @PostMapping(AT + "/stop/decision")
  ModelAndView decide(
      Page page, Viewer viewer, @PathVariable long id, @RequestParam Map<String, String> typed) {
    return act(
        page,
        viewer,
        id,
        typed,
        "decide",
        () -> {
          String decision = typed.getOrDefault("decision", "");
          if (!decision.equals("uphold") && !decision.equals("lift")) {
            throw new Refusal("", "remedies.stop.refusal.decision");
          }
          stops.decide(id, decision.equals("uphold"), typed.getOrDefault("words", ""), viewer);
        });
  }

  @PostMapping(AT + "/back")
  ModelAndView back(
      Page page, Viewer viewer, @PathVariable long id, @RequestParam Map<String, String> typed) {
    return act(
        page,
        viewer,
        id,
        typed,
        "back",
        () -> stops.back(id, typed.getOrDefault("came", ""), viewer));
  }

  private static Stop.Reason reason(Map<String, String> typed) {
    return Arrays.stream(Stop.Reason.values())
        .filter(r -> r.code().equals(typed.getOrDefault("reason", "")))
        .findFirst()
        .orElseThrow(() -> new Refusal("reason", "remedies.stop.refusal.reason"));
  }

  private ModelAndView act(
      Page page, Viewer viewer, long id, Map<String, String> typed, String act, Runnable deed) {
    desk.see(id, viewer);
    try {
      deed.run();
    } catch (Refusal refusal) {
      ModelAndView again =
          sheet.shown(page, viewer, id, Form.of(typed).refused(page, refusal), act);
      again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return again;
    }
    return new ModelAndView("redirect:/payments/grants/" + id);
  }
}

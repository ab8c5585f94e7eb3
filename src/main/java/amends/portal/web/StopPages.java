package amends.portal.web;

import amends.portal.Acting;
import amends.portal.CustomerActs;
import amends.portal.StepUp;
import amends.portal.StopAnswers;
import amends.shared.Refusal;
import amends.shared.page.Page;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a customer says when something was stopped or is claimed back: by their own hand, or by a
 * colleague who has made sure who it is. Nothing is decided before it was read.
 */
@Controller
final class StopPages {
  private final LinkDoor door;
  private final DeskDoor desk;
  private final StopAnswers answers;
  private final StepUp stepUp;
  private final CustomerActs acts;

  StopPages(LinkDoor door, DeskDoor desk, StopAnswers answers, StepUp stepUp, CustomerActs acts) {
    this.door = door;
    this.desk = desk;
    this.answers = answers;
    this.stepUp = stepUp;
    this.acts = acts;
  }

  /** Money and parcels: the first time a code is sent, the second time it is said. */
  @PostMapping("/c/{token}/stop")
  Object answer(
      Page page,
      @PathVariable String token,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response) {
    LinkDoor.Visit visit = new LinkDoor.Visit(page, token, typed, response);
    return visit.field("stop_code").isBlank() ? first(visit) : proven(visit);
  }

  private Object first(LinkDoor.Visit visit) {
    return door.enter(
        visit,
        by ->
            wantsProof(by, visit)
                ? door.asks(
                    visit,
                    "stop-code",
                    (who, v) -> {
                      acts.arrive(who);
                      stepUp.send(who.matter(), who.actor());
                    })
                : proven(visit));
  }

  /** What cannot be read, and what says nothing, is refused where it is done. */
  private boolean wantsProof(Acting by, LinkDoor.Visit visit) {
    try {
      return !visit.field("stop_words").isBlank() && answers.wantsProof(by, number(visit.typed()));
    } catch (Refusal refused) {
      return false;
    }
  }

  private Object proven(LinkDoor.Visit visit) {
    return door.prove(
        visit,
        "stop",
        by -> {
          StopAnswers.said(visit.field("stop_words"));
          return answers.prove(by, number(visit.typed()), visit.field("stop_code"));
        },
        (by, pass) -> {
          answers.answer(by, pass, number(visit.typed()), visit.field("stop_words"));
          return null;
        });
  }

  /** For somebody who phones or writes, once it is clear who they are. */
  @PostMapping("/cases/{id}/customer/stop")
  Object answerFor(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    DeskDoor.Visit visit = new DeskDoor.Visit(page, viewer, id, typed, response, next);
    return desk.act(
        visit,
        "stop",
        by -> {
          answers.prove(by, number(typed), "");
          answers.answer(by, null, number(typed), visit.field("stop_words"));
        });
  }

  private static long number(Map<String, String> typed) {
    String number = typed.getOrDefault("grant", "");
    if (!number.matches("\\d{1,18}")) {
      throw new Refusal("", "portal.stop.refusal.gone");
    }
    return Long.parseLong(number);
  }
}

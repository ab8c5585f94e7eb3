package amends.portal.web;

import amends.portal.StopAnswers;
import amends.shared.Refusal;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * What a customer says when something was stopped or is claimed back: by their own hand, or by a
 * colleague who has made sure who it is. Nothing is decided before it was read.
 */
@Controller
final class StopPages {
  private final LinkDoor door;
  private final DeskDoor desk;
  private final StopAnswers answers;
  private final Coded coded;

  StopPages(LinkDoor door, DeskDoor desk, StopAnswers answers, Coded coded) {
    this.door = door;
    this.desk = desk;
    this.answers = answers;
    this.coded = coded;
  }

  /** Money and parcels want a code; what says nothing is refused before one is sent. */
  @PostMapping("/c/{token}/stop")
  Object answer(LinkDoor.Visit visit) {
    return coded.act(
        visit,
        "stop",
        by -> !visit.field("stop_words").isBlank() && answers.wantsProof(by, number(visit.typed())),
        () -> proven(visit));
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
  Object answerFor(DeskDoor.Visit visit) {
    return desk.act(
        visit,
        "stop",
        by -> {
          long grant = number(visit.typed());
          answers.prove(by, grant, "");
          answers.answer(by, null, grant, visit.field("stop_words"));
        });
  }

  private static long number(Map<String, String> typed) {
    return Typed.number(typed, "grant", new Refusal("", "portal.stop.refusal.gone"));
  }
}

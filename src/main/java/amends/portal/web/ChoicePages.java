package amends.portal.web;

import amends.portal.Acting;
import amends.portal.Choices;
import amends.portal.StepUp;
import amends.shared.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * What makes it right, as the customer chooses: by their own hand, or by a colleague who has made
 * sure who it is. Nothing is chosen by saying nothing.
 */
@Controller
final class ChoicePages {
  private static final String NONE = "none";
  private static final String BACK = "back";

  private final LinkDoor door;
  private final DeskDoor desk;
  private final Choices choices;
  private final Coded coded;

  ChoicePages(LinkDoor door, DeskDoor desk, Choices choices, Coded coded) {
    this.door = door;
    this.desk = desk;
    this.choices = choices;
    this.coded = coded;
  }

  /** Money and parcels want a code. */
  @PostMapping("/c/{token}/choice")
  Object choose(LinkDoor.Visit visit) {
    if (visit.field("way").equals(NONE)) {
      return door.act(
          visit, "choice-none", (by, v) -> choices.refuse(by, offer(v), v.field("choice_words")));
    }
    if (visit.field("way").equals(BACK)) {
      return door.act(visit, "choice-back", (by, v) -> choices.takeBack(by, offer(v)));
    }
    return coded.act(
        visit,
        "choice",
        by -> choices.wantsProof(by, offer(visit), way(visit.typed())),
        () -> proven(visit));
  }

  private Object proven(LinkDoor.Visit visit) {
    return door.prove(
        visit,
        "choice",
        by -> choices.prove(by, offer(visit), way(visit.typed()), visit.field("choice_code")),
        (by, pass) -> {
          choices.accept(by, pass, offer(visit), way(visit.typed()));
          return null;
        });
  }

  /** For somebody who phones or writes, once it is clear who they are. */
  @PostMapping("/cases/{id}/customer/choice")
  Object chooseFor(DeskDoor.Visit visit) {
    return desk.act(visit, said(visit.typed()), by -> chosen(by, visit.typed()));
  }

  /** What was noted in their name. */
  private static String said(Map<String, String> typed) {
    return switch (typed.getOrDefault("way", "")) {
      case NONE -> "choice-none";
      case BACK -> "choice-back";
      default -> "choice";
    };
  }

  private void chosen(Acting by, Map<String, String> typed) {
    long offer = offer(typed);
    if (typed.getOrDefault("way", "").equals(BACK)) {
      choices.takeBack(by, offer);
      return;
    }
    if (typed.getOrDefault("way", "").equals(NONE)) {
      choices.refuse(by, offer, typed.getOrDefault("choice_words", ""));
      return;
    }
    long way = way(typed);
    StepUp.@Nullable Pass pass = choices.prove(by, offer, way, "");
    choices.accept(by, pass, offer, way);
  }

  private static long offer(LinkDoor.Visit visit) {
    return offer(visit.typed());
  }

  private static long offer(Map<String, String> typed) {
    return Typed.number(typed, "offer", new Refusal("", "portal.choose.refusal.gone"));
  }

  private static long way(Map<String, String> typed) {
    return Typed.number(typed, "way", new Refusal("way", "portal.choose.refusal.way"));
  }
}

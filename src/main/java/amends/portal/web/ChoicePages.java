package amends.portal.web;

import amends.portal.Acting;
import amends.portal.Choices;
import amends.portal.CustomerActs;
import amends.portal.StepUp;
import amends.shared.Refusal;
import amends.shared.page.Page;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What makes it right, as the customer chooses: by their own hand, or by a colleague who has made
 * sure who it is. Nothing is chosen by saying nothing.
 */
@Controller
final class ChoicePages {
  private static final String NONE = "none";

  private final LinkDoor door;
  private final DeskDoor desk;
  private final Choices choices;
  private final StepUp stepUp;
  private final CustomerActs acts;

  ChoicePages(LinkDoor door, DeskDoor desk, Choices choices, StepUp stepUp, CustomerActs acts) {
    this.door = door;
    this.desk = desk;
    this.choices = choices;
    this.stepUp = stepUp;
    this.acts = acts;
  }

  /** Money and parcels: the first time a code is sent, the second time it is chosen. */
  @PostMapping("/c/{token}/choice")
  Object choose(LinkDoor.Visit visit) {
    if (visit.field("way").equals(NONE)) {
      return door.act(
          visit, "choice-none", (by, v) -> choices.refuse(by, offer(v), v.field("choice_words")));
    }
    return visit.field("choice_code").isBlank() ? first(visit) : proven(visit);
  }

  private Object first(LinkDoor.Visit visit) {
    return door.enter(
        visit,
        by ->
            wantsProof(by, visit)
                ? door.asks(
                    visit,
                    "choice-code",
                    (who, v) -> {
                      acts.arrive(who);
                      stepUp.send(who.matter(), who.actor());
                    })
                : proven(visit));
  }

  /** What cannot be read is refused where it is done. */
  private boolean wantsProof(Acting by, LinkDoor.Visit visit) {
    try {
      return choices.wantsProof(by, offer(visit), way(visit.typed()));
    } catch (Refusal refused) {
      return false;
    }
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
  Object chooseFor(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    DeskDoor.Visit visit = new DeskDoor.Visit(page, viewer, id, typed, response, next);
    return desk.act(visit, "choice", by -> chosen(by, typed));
  }

  private void chosen(Acting by, Map<String, String> typed) {
    long offer = number(typed, "offer");
    if (typed.getOrDefault("way", "").equals(NONE)) {
      choices.refuse(by, offer, typed.getOrDefault("choice_words", ""));
      return;
    }
    long way = way(typed);
    StepUp.@Nullable Pass pass = choices.prove(by, offer, way, "");
    choices.accept(by, pass, offer, way);
  }

  private static long offer(LinkDoor.Visit visit) {
    return number(visit.typed(), "offer");
  }

  private static long way(Map<String, String> typed) {
    String way = typed.getOrDefault("way", "");
    if (!way.matches("\\d{1,18}")) {
      throw new Refusal("way", "portal.choose.refusal.way");
    }
    return Long.parseLong(way);
  }

  private static long number(Map<String, String> typed, String name) {
    String number = typed.getOrDefault(name, "");
    if (!number.matches("\\d{1,18}")) {
      throw new Refusal("", "portal.choose.refusal.gone");
    }
    return Long.parseLong(number);
  }
}

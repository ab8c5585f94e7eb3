package amends.messages.broadcast.web;

import amends.messages.broadcast.Broadcast;
import amends.messages.broadcast.Broadcasts;
import amends.messages.broadcast.Trial;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing to many: the words, the people, a look at it, and how it goes. */
@Controller
final class BroadcastPages {
  private final Broadcasts broadcasts;
  private final BroadcastSheets sheets;
  private final SentSheets sent;
  private final Acts acts;
  private final Trial trial;

  BroadcastPages(
      Broadcasts broadcasts, BroadcastSheets sheets, SentSheets sent, Acts acts, Trial trial) {
    this.broadcasts = broadcasts;
    this.sheets = sheets;
    this.sent = sent;
    this.acts = acts;
    this.trial = trial;
  }

  @GetMapping("/broadcasts")
  ModelAndView list(Page page, Viewer viewer, @RequestParam(required = false) Long before) {
    broadcasts.enter(viewer);
    return sheets.list(page, viewer, before);
  }

  @GetMapping("/broadcasts/new")
  ModelAndView begin(Page page, Viewer viewer) {
    broadcasts.enter(viewer);
    return sheets.words(page, viewer, null, Form.of(Map.of("purpose", "service")));
  }

  @PostMapping("/broadcasts")
  Object write(
      Page page,
      Viewer viewer,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    broadcasts.enter(viewer);
    try {
      long id = broadcasts.write(NextTyped.words(page, typed), viewer);
      return acts.done(page, next, "written", id);
    } catch (Refusal refusal) {
      return sheets.words(page, viewer, null, refused(page, typed, refusal, response));
    }
  }

  @GetMapping("/broadcasts/{id}")
  ModelAndView show(Page page, Viewer viewer, @PathVariable long id) {
    Broadcast broadcast = broadcasts.see(id, viewer);
    return broadcast.started()
        ? sent.progress(page, viewer, broadcast)
        : sheets.ready(page, viewer, broadcast, Form.blank(), List.of());
  }

  @GetMapping("/broadcasts/{id}/words")
  ModelAndView words(Page page, Viewer viewer, @PathVariable long id) {
    Broadcast broadcast = broadcasts.see(id, viewer);
    return sheets.words(page, viewer, broadcast, Form.of(NextTyped.fields(page, broadcast)));
  }

  @PostMapping("/broadcasts/{id}/words")
  Object rewrite(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    Broadcast broadcast = broadcasts.see(id, viewer);
    try {
      broadcasts.rewrite(id, NextTyped.words(page, typed), viewer);
      return acts.done(page, next, "written", id);
    } catch (Refusal refusal) {
      return sheets.words(page, viewer, broadcast, refused(page, typed, refusal, response));
    }
  }

  @PostMapping("/broadcasts/{id}/list")
  Object whom(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    Broadcast broadcast = broadcasts.see(id, viewer);
    try {
      broadcasts.whom(
          id, typed.getOrDefault("audience", ""), typed, number(typed.get("without")), viewer);
      return acts.done(page, next, "listed", id);
    } catch (Refusal refusal) {
      return sheets.ready(
          page, viewer, broadcast, refused(page, typed, refusal, response), List.of());
    }
  }

  @PostMapping("/broadcasts/{id}/start")
  Object start(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    Broadcast broadcast = broadcasts.see(id, viewer);
    try {
      broadcasts.start(
          id, typed.getOrDefault("count", ""), typed.getOrDefault("overrule", ""), viewer);
      return acts.done(page, next, "started", id);
    } catch (Refusal refusal) {
      return sheets.ready(
          page,
          viewer,
          broadcast,
          refused(page, typed, refusal, response),
          broadcasts.reasons(refusal));
    }
  }

  @PostMapping("/broadcasts/{id}/trial")
  String tryOut(Page page, Viewer viewer, @PathVariable long id, RedirectAttributes next) {
    broadcasts.see(id, viewer);
    return acts.act(page, next, "tried", id, () -> trial.toMe(id, viewer));
  }

  @PostMapping("/broadcasts/{id}/pause")
  String pause(Page page, Viewer viewer, @PathVariable long id, RedirectAttributes next) {
    return acts.act(page, next, "paused", id, () -> broadcasts.pause(id, viewer));
  }

  @PostMapping("/broadcasts/{id}/resume")
  String resume(Page page, Viewer viewer, @PathVariable long id, RedirectAttributes next) {
    return acts.act(page, next, "resumed", id, () -> broadcasts.resume(id, viewer));
  }

  @PostMapping("/broadcasts/{id}/cancel")
  String cancel(Page page, Viewer viewer, @PathVariable long id, RedirectAttributes next) {
    return acts.act(page, next, "cancelled", id, () -> broadcasts.cancel(id, viewer));
  }

  @PostMapping("/broadcasts/{id}/correction")
  String correct(Page page, Viewer viewer, @PathVariable long id, RedirectAttributes next) {
    try {
      long made = broadcasts.correct(id, viewer);
      next.addFlashAttribute(Pages.FLASH, page.t().say("messages.broadcast.done.correcting"));
      return "redirect:/broadcasts/" + made + "/words";
    } catch (Refusal refusal) {
      next.addFlashAttribute(Pages.TROUBLE, page.t().say(refusal.key(), refusal.args()));
      return "redirect:/broadcasts/" + id;
    }
  }

  @GetMapping("/broadcasts/{id}/people")
  ModelAndView people(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "0") int after) {
    return sent.people(page, viewer, broadcasts.see(id, viewer), state, after);
  }

  private static Form refused(
      Page page, Map<String, String> typed, Refusal refusal, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return Form.of(new HashMap<>(typed))
        .refused(refusal.field(), page.t().say(refusal.key(), refusal.args()));
  }

  static @Nullable Long number(@Nullable String typed) {
    return typed != null && typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
  }
}

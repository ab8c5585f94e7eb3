package amends.cases.web;

import amends.cases.Cases;
import amends.cases.Drafts;
import amends.cases.Once;
import amends.cases.Replies;
import amends.shared.Refusal;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is written in a case: replies, notes, statements, calls. */
@Controller
final class WritingPages {
  private final Cases cases;
  private final Once once;
  private final CasePage casePage;
  private final Replies replies;
  private final Drafts drafts;

  WritingPages(Cases cases, Once once, CasePage casePage, Replies replies, Drafts drafts) {
    this.cases = cases;
    this.once = once;
    this.casePage = casePage;
    this.replies = replies;
    this.drafts = drafts;
  }

  @PostMapping("/cases/{id}/replies")
  Object reply(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    Ask ask = new Ask(page, viewer, id, typed);
    return written(
        ask, "reply", response, next, () -> replies.reply(id, Typed.written(ask), viewer));
  }

  @PostMapping("/cases/{id}/notes")
  Object note(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    Ask ask = new Ask(page, viewer, id, typed);
    return written(ask, "note", response, next, () -> cases.note(id, ask.field("text"), viewer));
  }

  @PostMapping("/cases/{id}/statements")
  Object state(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    Ask ask = new Ask(page, viewer, id, typed);
    return written(
        ask,
        "statement",
        response,
        next,
        () -> cases.state(id, ask.field("teller"), ask.field("who"), ask.field("text"), viewer));
  }

  @PostMapping("/cases/{id}/calls")
  Object call(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    Ask ask = new Ask(page, viewer, id, typed);
    return written(
        ask,
        "call",
        response,
        next,
        () ->
            cases.call(
                id, ask.field("direction"), Typed.minutes(ask), Typed.draft(ask, "text"), viewer));
  }

  private Object written(
      Ask ask, String mode, HttpServletResponse response, RedirectAttributes next, Runnable act) {
    try {
      boolean first =
          once.run(
              ask.field("once"),
              ask.viewer(),
              () -> {
                act.run();
                drafts.forget(ask.id(), mode, Typed.version(ask), ask.viewer());
              });
      String key = first ? "cases.done." + mode : "cases.done.already";
      next.addFlashAttribute(Pages.FLASH, ask.page().t().say(key));
      return "redirect:/cases/" + ask.id();
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return casePage.shown(ask, mode, Typed.refused(ask, refusal));
    }
  }
}

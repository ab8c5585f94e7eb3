package amends.cases.web;

import amends.cases.Drafts;
import amends.cases.TakeBacks;
import amends.shared.Refusal;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is being written: kept while it is typed, thrown away, or taken back after it was sent. */
@Controller
final class DraftPages {
  private final Drafts drafts;
  private final TakeBacks takeBacks;
  private final CasePage casePage;

  DraftPages(Drafts drafts, TakeBacks takeBacks, CasePage casePage) {
    this.drafts = drafts;
    this.takeBacks = takeBacks;
    this.casePage = casePage;
  }

  /** Without JavaScript: a button of the composer. */
  @PostMapping(path = "/cases/{id}/drafts")
  Object save(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    Ask ask = new Ask(page, viewer, id, typed);
    String mode = ask.field("mode");
    try {
      Drafts.Saving saving = drafts.save(id, mode, typed, Typed.version(ask), viewer);
      if (saving instanceof Drafts.Saving.Elsewhere other) {
        String theirs = other.kept().fields().getOrDefault("text", "");
        throw new Refusal("text", "cases.draft.elsewhere", theirs);
      }
      next.addFlashAttribute(Pages.FLASH, page.t().say("cases.draft.saved.flash"));
      return "redirect:/cases/" + id + "?compose=" + mode;
    } catch (Refusal refusal) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return casePage.shown(ask, mode, Typed.refused(ask, refusal));
    }
  }

  /** While it is typed: the version to name the next time, or what another page has saved. */
  @PostMapping(path = "/cases/{id}/drafts/typing", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Map<String, Object>> type(
      Page page, Viewer viewer, @PathVariable long id, @RequestParam Map<String, String> typed) {
    Ask ask = new Ask(page, viewer, id, typed);
    try {
      return switch (drafts.save(id, ask.field("mode"), typed, Typed.version(ask), viewer)) {
        case Drafts.Saving.Done done ->
            ResponseEntity.ok(
                Map.of(
                    "version", done.version(),
                    "words", page.t().say("cases.draft.saved", page.t().clockTime(done.at()))));
        case Drafts.Saving.Elsewhere other ->
            ResponseEntity.status(HttpStatus.CONFLICT).body(shown(other.kept()));
      };
    } catch (Refusal refusal) {
      String words = page.t().say(refusal);
      return ResponseEntity.unprocessableContent().body(Map.of("words", words));
    }
  }

  private static Map<String, Object> shown(Drafts.Kept kept) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("version", kept.version());
    shown.put("fields", kept.fields());
    return shown;
  }

  @PostMapping("/cases/{id}/drafts/discarding")
  String discard(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      RedirectAttributes next) {
    Ask ask = new Ask(page, viewer, id, typed);
    drafts.discard(id, ask.field("mode"), Typed.version(ask), viewer);
    next.addFlashAttribute(Pages.FLASH, page.t().say("cases.draft.discarded"));
    return "redirect:/cases/" + id + "?compose=" + casePage.mode(ask.field("mode"));
  }

  @PostMapping("/cases/{id}/replies/{message}/undoing")
  String takeBack(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @PathVariable long message,
      RedirectAttributes next) {
    String mark = Pages.FLASH;
    String key = "cases.undo.done";
    try {
      takeBacks.takeBack(id, message, viewer);
    } catch (Refusal refusal) {
      mark = Pages.TROUBLE;
      key = refusal.key();
    }
    next.addFlashAttribute(mark, page.t().say(key));
    return "redirect:/cases/" + id + "?compose=reply";
  }
}

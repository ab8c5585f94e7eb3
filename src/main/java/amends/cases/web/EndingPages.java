package amends.cases.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Permission;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Closing a case by hand, and taking it up again. */
@Controller
final class EndingPages {
  private final Cases cases;
  private final ActPage actPage;

  EndingPages(Cases cases, ActPage actPage) {
    this.cases = cases;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/closure")
  ModelAndView showClosure(Page page, Viewer viewer, @PathVariable long id) {
    return actPage.shown(
        Ask.of(page, viewer, id), Permission.SETTLE, Form.blank(), m -> sheet(page, m, "closure"));
  }

  @PostMapping("/cases/{id}/closure")
  Object close(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      HttpServletResponse response,
      RedirectAttributes next) {
    return actPage.done(
        Ask.of(page, viewer, id),
        response,
        next,
        new ActPage.Deed(
            () -> cases.close(id, viewer),
            "cases.done.closed",
            Permission.SETTLE,
            m -> sheet(page, m, "closure")));
  }

  @GetMapping("/cases/{id}/reopening")
  ModelAndView showReopening(Page page, Viewer viewer, @PathVariable long id) {
    return actPage.shown(
        Ask.of(page, viewer, id), Permission.REOPEN, Form.blank(), m -> sheet(page, m, "reopening"));
  }

  @PostMapping("/cases/{id}/reopening")
  Object reopen(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    Ask ask = new Ask(page, viewer, id, typed);
    return actPage.done(
        ask,
        response,
        next,
        new ActPage.Deed(
            () -> reopen(ask), "cases.done.reopened", Permission.REOPEN, m -> sheet(page, m, "reopening")));
  }

  private void reopen(Ask ask) {
    Instant dueAt = Typed.moment(ask, "by");
    if (ask.field("next").isBlank()) {
      throw new Refusal("next", "cases.refusal.no-next");
    }
    if (dueAt == null) {
      throw new Refusal("by", "cases.refusal.no-moment");
    }
    cases.reopen(ask.id(), ask.field("why"), ask.field("next"), dueAt, ask.viewer());
  }

  private static ActPage.Sheet sheet(Page page, Case matter, String template) {
    String note = matter.settled() ? "" : page.t().say("cases.refusal.not-settled");
    return new ActPage.Sheet(template, note, List.of());
  }
}

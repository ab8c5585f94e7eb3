package amends.cases.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Permission;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The look back: what the customer says, or that nobody answered. */
@Controller
final class FollowUpPages {
  private final Cases cases;
  private final ActPage actPage;

  FollowUpPages(Cases cases, ActPage actPage) {
    this.cases = cases;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/follow-ups")
  ModelAndView show(Page page, Viewer viewer, @PathVariable long id) {
    Ask ask = Ask.of(page, viewer, id);
    return actPage.shown(ask, Permission.SETTLE, Form.blank(), matter -> sheet(page, matter));
  }

  @PostMapping("/cases/{id}/follow-ups")
  Object note(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam Map<String, String> typed,
      HttpServletResponse response,
      RedirectAttributes next) {
    Ask ask = new Ask(page, viewer, id, typed);
    String result = ask.field("result");
    String channel = ask.field("channel").isBlank() ? "email" : ask.field("channel");
    return actPage.done(
        ask,
        response,
        next,
        new ActPage.Deed(
            () -> cases.followUp(id, result, channel, Typed.draft(ask, "words"), viewer),
            "cases.done.followed",
            Permission.SETTLE,
            matter -> sheet(page, matter)));
  }

  private static ActPage.Sheet sheet(Page page, Case matter) {
    Instant due = matter.nextDueAt();
    String note =
        !matter.settled()
            ? page.t().say("cases.refusal.not-settled")
            : due == null ? "" : page.t().say("cases.follow.note", due);
    return new ActPage.Sheet("followup", note, Channels.choices(page.t()));
  }
}

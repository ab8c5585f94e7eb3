package amends.cases.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.Outcome;
import amends.cases.Settling;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Permission;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settling: how it ended, what was done, and when somebody asks whether it is right. */
@Controller
final class SettlementPages {
  private final Cases cases;
  private final ActPage actPage;

  SettlementPages(Cases cases, ActPage actPage) {
    this.cases = cases;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/settlement")
  ModelAndView show(Page page, Viewer viewer, @PathVariable long id) {
    Ask ask = Ask.of(page, viewer, id);
    return actPage.shown(ask, Permission.SETTLE, Form.blank(), matter -> sheet(page, matter));
  }

  @PostMapping("/cases/{id}/settlement")
  Object settle(
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
            () -> cases.settle(id, settling(ask), viewer),
            "cases.done.settled",
            Permission.SETTLE,
            matter -> sheet(page, matter)));
  }

  /** A field of another outcome may have been filled before the choice was changed. */
  private static Settling settling(Ask ask) {
    Outcome outcome = Outcome.of(ask.field("outcome"));
    boolean refused = outcome == Outcome.REFUSED;
    boolean duplicate = outcome == Outcome.DUPLICATE;
    return new Settling(
        outcome,
        ask.field("done"),
        refused ? Typed.orNull(ask.field("reasons")) : null,
        refused ? Typed.orNull(ask.field("turn_to")) : null,
        duplicate ? Typed.number(ask, "survivor") : null,
        outcome == Outcome.FORWARDED ? Typed.orNull(ask.field("forwarded_to")) : null,
        duplicate ? null : Typed.moment(ask, "follow_up"));
  }

  private static ActPage.Sheet sheet(Page page, Case matter) {
    String note = matter.settled() ? page.t().say("cases.refusal.settled") : "";
    return new ActPage.Sheet("settlement", note, Channels.choices(page.t()));
  }
}

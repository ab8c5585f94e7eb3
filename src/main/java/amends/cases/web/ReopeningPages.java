package amends.cases.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.shared.Refusal;
import amends.staff.Permission;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking up again what was settled or closed. */
@Controller
final class ReopeningPages implements Deed {
  private final Cases cases;
  private final ActPage actPage;

  ReopeningPages(Cases cases, ActPage actPage) {
    this.cases = cases;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/reopening")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/reopening")
  ModelAndView reopen(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.REOPEN;
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    String note = matter.settled() ? "" : ask.page().t().say("cases.refusal.not-settled");
    return new Sheet("reopening", note, List.of());
  }

  @Override
  public String act(Ask ask) {
    if (ask.field("next").isBlank()) {
      throw new Refusal("next", "cases.refusal.no-next");
    }
    Instant dueAt = Typed.required(ask, "by");
    cases.reopen(ask.id(), ask.field("why"), ask.field("next"), dueAt, ask.viewer());
    return "cases.done.reopened";
  }
}

package amends.cases.web;

import amends.cases.Case;
import amends.cases.Waits;
import amends.staff.Permission;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What we waited for has come, or need not come any more. */
@Controller
final class WaitOverPages implements Deed {
  private final Waits waits;
  private final ActPage actPage;

  WaitOverPages(Waits waits, ActPage actPage) {
    this.waits = waits;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/waiting/end")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/waiting/end")
  ModelAndView end(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.WORK_CASE;
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    String note =
        waits
            .standing(ask.id(), ask.viewer())
            .map(w -> WaitingPages.note(ask.page().t(), w))
            .orElseGet(() -> ask.page().t().say("cases.refusal.not-waiting"));
    return new Sheet("waitover", note, List.of());
  }

  @Override
  public String act(Ask ask) {
    waits.end(ask.id(), ask.viewer());
    return "cases.done.wait-over";
  }
}

package amends.cases.web;

import amends.cases.Case;
import amends.cases.Intentions;
import amends.staff.Permission;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a colleague means to look at again on a day. */
@Controller
final class IntentionPages implements Deed {
  private final Intentions intentions;
  private final ActPage actPage;

  IntentionPages(Intentions intentions, ActPage actPage) {
    this.intentions = intentions;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/intention")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/intention")
  ModelAndView mean(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.WORK_CASE;
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    return new Sheet("intention", "", List.of());
  }

  @Override
  public String act(Ask ask) {
    intentions.mean(ask.id(), ask.field("words"), Typed.required(ask, "by"), ask.viewer());
    return "cases.done.intention";
  }
}

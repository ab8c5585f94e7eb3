package amends.cases.web;

import amends.cases.Case;
import amends.cases.Draft;
import amends.cases.Joins;
import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.staff.Permission;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking a case out again of the one that it was made part of. */
@Controller
final class UnmergePages implements Deed {
  private final Joins joins;
  private final ActPage actPage;

  UnmergePages(Joins joins, ActPage actPage) {
    this.joins = joins;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/merge/end")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/merge/end")
  ModelAndView unmerge(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.REOPEN;
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    Voice t = ask.page().t();
    String note =
        joins
            .merged(matter.id())
            .map(merge -> t.say("cases.unmerge.note", String.valueOf(merge.survivor())))
            .orElseGet(() -> t.say("cases.refusal.not-merged"));
    return new Sheet("unmerge", note, List.of());
  }

  @Override
  public String act(Ask ask) {
    if (ask.field("why").isBlank()) {
      throw new Refusal("why", "cases.refusal.no-why");
    }
    Draft next = new Draft(ask.field("why"), ask.field("next"), Typed.moment(ask, "by"), false);
    joins.unmerge(ask.id(), next, ask.viewer());
    return "cases.done.unmerged";
  }
}

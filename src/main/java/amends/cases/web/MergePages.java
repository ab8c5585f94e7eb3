package amends.cases.web;

import amends.cases.Case;
import amends.cases.Joins;
import amends.shared.Refusal;
import amends.staff.Permission;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Making a case part of another one that is about the same matter. */
@Controller
final class MergePages implements Deed {
  private final Joins joins;
  private final ActPage actPage;

  MergePages(Joins joins, ActPage actPage) {
    this.joins = joins;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/merge")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/merge")
  ModelAndView merge(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @Override
  public Permission permission() {
    return Permission.SETTLE;
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    String note = matter.settled() ? ask.page().t().say("cases.refusal.settled") : "";
    return new Sheet("merge", note, List.of());
  }

  @Override
  public String act(Ask ask) {
    Long survivor = Typed.number(ask, "survivor");
    if (survivor == null) {
      throw new Refusal("survivor", "cases.refusal.no-survivor");
    }
    String said = ask.field("words").strip();
    String words =
        said.isEmpty() ? ask.page().t().say("cases.merge.done", String.valueOf(survivor)) : said;
    boolean same = ask.field("same_person").equals("yes");
    joins.merge(ask.id(), survivor, words, same, ask.viewer());
    return "cases.done.merged";
  }
}

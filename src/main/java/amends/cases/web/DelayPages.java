package amends.cases.web;

import amends.cases.Case;
import amends.cases.Undertaken;
import amends.promises.Undertaking;
import amends.shared.page.Pages;
import amends.staff.Permission;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What became of somebody's word in a case: done, later, chased, needed no longer. */
@Controller
final class DelayPages implements Deed {
  private final Undertaken undertaken;
  private final ActPage actPage;

  DelayPages(Undertaken undertaken, ActPage actPage) {
    this.undertaken = undertaken;
    this.actPage = actPage;
  }

  @GetMapping("/cases/{id}/undertakings/{part}/delay")
  ModelAndView show(Ask ask) {
    return actPage.shown(ask, this);
  }

  @PostMapping("/cases/{id}/undertakings/{part}/delay")
  ModelAndView slip(Ask ask, RedirectAttributes next) {
    return actPage.done(ask, next, this);
  }

  @PostMapping("/cases/{id}/undertakings/{part}/done")
  String done(Ask ask, RedirectAttributes next) {
    undertaken.done(ask.id(), ask.part(), ask.viewer());
    return back(ask, next, "cases.undertaking.done");
  }

  @PostMapping("/cases/{id}/undertakings/{part}/chase")
  String chase(Ask ask, RedirectAttributes next) {
    undertaken.chase(ask.id(), ask.part(), ask.viewer());
    return back(ask, next, "cases.undertaking.chased");
  }

  @PostMapping("/cases/{id}/undertakings/{part}/withdrawal")
  String withdraw(Ask ask, RedirectAttributes next) {
    undertaken.withdraw(ask.id(), ask.part(), ask.viewer());
    return back(ask, next, "cases.undertaking.withdrawn");
  }

  private static String back(Ask ask, RedirectAttributes next, String done) {
    next.addFlashAttribute(Pages.FLASH, ask.page().t().say(done));
    return "redirect:/cases/" + ask.id();
  }

  @Override
  public Permission permission() {
    return Permission.WORK_CASE;
  }

  @Override
  public Sheet sheet(Ask ask, Case matter) {
    Undertaking word = undertaken.undertaking(ask.id(), ask.part(), ask.viewer());
    return new Sheet(
        "delay",
        ask.page().t().say("cases.undertaking.note", word.words(), word.dueAt()),
        List.of());
  }

  @Override
  public String act(Ask ask) {
    undertaken.slip(
        ask.id(), ask.part(), Typed.moment(ask, "by"), ask.field("reason"), ask.viewer());
    return "cases.undertaking.slipped";
  }
}

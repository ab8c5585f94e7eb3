package amends.messages.web;

import amends.messages.ManyErrands;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Prints letters to many, a run at a time. */
@Controller
final class ManyOutboundPages {
  private final ManyErrands many;
  private final Guard guard;

  ManyOutboundPages(ManyErrands many, Guard guard) {
    this.many = many;
    this.guard = guard;
  }

  @PostMapping("/outbound/many/{id}/runs")
  String runOfMany(Page page, Viewer viewer, @PathVariable long id, RedirectAttributes next) {
    Subject broadcast = Subject.of("broadcast", id);
    guard.requireWork(viewer, broadcast, broadcast);
    try {
      ManyErrands.Printed printed = many.print(id, viewer);
      if (printed.batch() == 0) {
        next.addFlashAttribute(
            Pages.TROUBLE, page.t().say("messages.outbound.many.nothing", printed.leftOut()));
        return "redirect:/outbound";
      }
      if (printed.leftOut() > 0) {
        next.addFlashAttribute(
            Pages.FLASH, page.t().say("messages.outbound.many.left", printed.leftOut()));
      }
      return "redirect:/outbound/runs/" + printed.batch();
    } catch (Refusal refusal) {
      next.addFlashAttribute(Pages.TROUBLE, page.t().say(refusal));
      return "redirect:/outbound";
    }
  }
}

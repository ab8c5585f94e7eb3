package amends.cases.web;

import amends.cases.Case;
import amends.cases.Cases;
import amends.messages.Medium;
import amends.messages.Troubles;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A channel that is part of what went wrong is not used to speak about it. */
@Controller
final class AvoidedPages {
  private final Cases cases;
  private final Troubles troubles;
  private final Permits permits;

  AvoidedPages(Cases cases, Troubles troubles, Permits permits) {
    this.cases = cases;
    this.troubles = troubles;
    this.permits = permits;
  }

  @PostMapping("/cases/{id}/avoided")
  String avoid(Ask ask, RedirectAttributes next) {
    Case matter = cases.see(ask.id(), ask.viewer());
    permits.require(ask.viewer(), Permission.WORK_CASE, matter.scope(), matter.asSubject());
    Medium medium = Medium.of(ask.field("channel"));
    boolean again = ask.field("use").equals("yes");
    if (again) {
      troubles.use(medium, matter.asSubject(), ask.viewer().actor());
    } else {
      troubles.avoid(medium, matter.asSubject(), ask.viewer().actor());
    }
    next.addFlashAttribute(
        Pages.FLASH,
        ask.page()
            .t()
            .say(
                again ? "cases.avoided.used" : "cases.avoided.done",
                ask.page().t().say("messages.medium." + medium.code())));
    return "redirect:/cases/" + ask.id();
  }
}

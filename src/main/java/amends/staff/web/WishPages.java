package amends.staff.web;

import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.MailWishes;
import amends.staff.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Warnings by mail, on or off for oneself. */
@Controller
final class WishPages {
  private final MailWishes wishes;

  WishPages(MailWishes wishes) {
    this.wishes = wishes;
  }

  @PostMapping("/profile/warnings")
  String choose(
      Page page,
      Viewer viewer,
      @RequestParam(defaultValue = "on") String warnings,
      RedirectAttributes next) {
    boolean wanted = !warnings.equals("off");
    wishes.warnings(viewer.id(), wanted);
    String key = wanted ? "staff.profile.warnings.done.on" : "staff.profile.warnings.done.off";
    next.addFlashAttribute(Pages.FLASH, page.t().say(key));
    return "redirect:/profile";
  }
}

package amends.app.web;

import amends.app.hooks.HookPing;
import amends.messages.MailProbe;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Brand;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks what is connected whether it works, without anybody getting anything by it. */
@Controller
final class ConnectionTests {
  private final MailProbe mail;
  private final HookPing hooks;
  private final Staff staff;
  private final Permits permits;

  ConnectionTests(MailProbe mail, HookPing hooks, Staff staff, Permits permits) {
    this.mail = mail;
    this.hooks = hooks;
    this.staff = staff;
    this.permits = permits;
  }

  @PostMapping("/connections/door/test")
  String door(Page page, Viewer viewer, RedirectAttributes next) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    Optional<Brand> brand = staff.defaultBrand();
    if (brand.isEmpty()) {
      return told(page, next, page.t().say("messages.line.test.no-brand"));
    }
    String address = brand.get().senderAddress();
    String wrong = mail.knock(address);
    return told(
        page, next, wrong.isEmpty() ? "" : page.t().say("messages.line.test.door", address, wrong));
  }

  @PostMapping("/connections/house/test")
  String house(Page page, Viewer viewer, RedirectAttributes next) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    return told(page, next, mail.house());
  }

  @PostMapping("/hooks/{id}/ping")
  String ping(Page page, Viewer viewer, @PathVariable long id, RedirectAttributes next) {
    permits.require(viewer, Permission.ADMINISTER_STAFF);
    return told(page, next, hooks.ping(id));
  }

  private static String told(Page page, RedirectAttributes next, String wrong) {
    if (wrong.isEmpty()) {
      next.addFlashAttribute(Pages.FLASH, page.t().say("app.connections.test.well"));
    } else {
      next.addFlashAttribute(Pages.TROUBLE, page.t().say("app.connections.test.wrong", wrong));
    }
    return "redirect:/connections";
  }
}

package amends.messages.web;

import amends.messages.Held;
import amends.messages.HeldKind;
import amends.messages.Unwanted;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The one key for what is not ours. */
@Controller
final class UnwantedPages {
  private final Unwanted unwanted;
  private final HeldItems items;
  private final HeldDoor door;

  UnwantedPages(Unwanted unwanted, HeldItems items, HeldDoor door) {
    this.unwanted = unwanted;
    this.items = items;
    this.door = door;
  }

  @PostMapping("/held/{id}/not-ours")
  Object refuse(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      HttpServletResponse response,
      RedirectAttributes next) {
    Held held = door.require(viewer, id);
    try {
      unwanted.refuse(id, page.t().say("messages.item.not-ours.reason"), viewer.actor());
      next.addFlashAttribute(Pages.FLASH, page.t().say("messages.item.not-ours.done"));
      return "redirect:/held?in=" + (held.kind() == HeldKind.TRAY ? "tray" : "quarantine");
    } catch (Refusal e) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return items.shown(page, held, Form.blank().refused(page, e));
    }
  }
}

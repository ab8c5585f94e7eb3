package amends.messages.web;

import amends.messages.Disposition;
import amends.messages.Held;
import amends.messages.HeldKind;
import amends.messages.Messages;
import amends.shared.Refusal;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Pages;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One held mail, and what a colleague does with it. */
@Controller
final class HeldItemPages {
  private final Messages messages;
  private final HeldItems items;
  private final Permits permits;
  private final Guard guard;
  private final HeldDoor door;

  HeldItemPages(Messages messages, HeldItems items, Permits permits, Guard guard, HeldDoor door) {
    this.messages = messages;
    this.items = items;
    this.permits = permits;
    this.guard = guard;
    this.door = door;
  }

  /** One request about one item. */
  private record Ask(Page page, Viewer viewer, long id, HttpServletResponse response) {}

  @GetMapping("/held/{id}")
  ModelAndView show(Page page, Viewer viewer, @PathVariable long id) {
    return items.shown(page, door.require(viewer, id), Form.blank());
  }

  @PostMapping("/held/{id}/case")
  Object open(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      HttpServletResponse response,
      RedirectAttributes next) {
    door.require(viewer, id);
    permits.require(viewer, Permission.OPEN_CASE);
    return decided(new Ask(page, viewer, id, response), Map.of(), next, Disposition.OpenCase::new);
  }

  @PostMapping("/held/{id}/match")
  Object match(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(name = "case", defaultValue = "") String number,
      HttpServletResponse response,
      RedirectAttributes next) {
    return decided(
        new Ask(page, viewer, id, response),
        Map.of("case", number),
        next,
        () ->
            new Disposition.AttachTo(
                guard
                    .find(viewer, number)
                    .orElseThrow(() -> new Refusal("case", "messages.held.no-such-case"))));
  }

  @PostMapping("/held/{id}/dismissal")
  Object dismiss(
      Page page,
      Viewer viewer,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      HttpServletResponse response,
      RedirectAttributes next) {
    return decided(
        new Ask(page, viewer, id, response),
        Map.of("reason", reason),
        next,
        () -> new Disposition.Dismiss(reason));
  }

  private Object decided(
      Ask ask, Map<String, String> typed, RedirectAttributes next, Supplier<Disposition> what) {
    Held held = door.require(ask.viewer(), ask.id());
    try {
      Disposition disposition = what.get();
      messages.release(ask.id(), ask.viewer().actor(), disposition);
      next.addFlashAttribute(Pages.FLASH, ask.page().t().say(done(disposition)));
      return "redirect:/held?in=" + (held.kind() == HeldKind.TRAY ? "tray" : "quarantine");
    } catch (Refusal e) {
      ask.response().setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      Form form = Form.of(typed).refused(ask.page(), e);
      return items.shown(ask.page(), held, form);
    }
  }

  private static String done(Disposition disposition) {
    return switch (disposition) {
      case Disposition.OpenCase ignored -> "messages.held.done.opened";
      case Disposition.OpenUnconfirmed ignored -> "messages.held.done.opened";
      case Disposition.OpenFor ignored -> "messages.held.done.opened";
      case Disposition.AttachTo ignored -> "messages.held.done.attached";
      case Disposition.Dismiss ignored -> "messages.held.done.dismissed";
    };
  }
}

package amends.messages.web;

import amends.messages.Held;
import amends.messages.HeldKind;
import amends.messages.HeldMoments;
import amends.messages.Messages;
import amends.shared.page.Clock;
import amends.shared.page.Page;
import amends.shared.page.Rest;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Quarantine, and the tray of what is not from a person. */
@Controller
final class HeldPages {
  private static final int PAGE = 50;

  private final Messages messages;
  private final Permits permits;
  private final HeldDoor door;

  HeldPages(Messages messages, Permits permits, HeldDoor door) {
    this.messages = messages;
    this.permits = permits;
    this.door = door;
  }

  @GetMapping("/held")
  ModelAndView list(
      Page page,
      Viewer viewer,
      @RequestParam(name = "in", defaultValue = "quarantine") String view,
      @RequestParam(required = false) @Nullable Long after) {
    permits.require(viewer, Permission.HOLD_MAIL);
    HeldKind kind = view.equals("tray") ? HeldKind.TRAY : HeldKind.QUARANTINE;
    List<Held> found = visible(viewer, kind, after);
    List<Held> shown = found.subList(0, Math.min(PAGE, found.size()));
    HeldView v =
        new HeldView(
            page,
            kind == HeldKind.TRAY,
            shown.stream().map(item -> item(page, item)).toList(),
            rest(page, kind, after, found.size() > PAGE ? shown.getLast() : null));
    return new ModelAndView("messages/held", "v", v);
  }

  /** A page and one more. The room that the mail may be about says of each who sees it. */
  private List<Held> visible(Viewer viewer, HeldKind kind, @Nullable Long after) {
    List<Held> found = new ArrayList<>();
    Long from = after;
    while (found.size() <= PAGE) {
      List<Held> next = messages.held(kind, from, PAGE + 1);
      next.stream().filter(held -> door.maySee(viewer, held)).forEach(found::add);
      if (next.size() <= PAGE) {
        break;
      }
      from = next.getLast().id();
    }
    return found.subList(0, Math.min(PAGE + 1, found.size()));
  }

  private static HeldView.Item item(Page page, Held held) {
    return new HeldView.Item(
        held.id(),
        held.sender(),
        subject(page, held.subject()),
        page.t().say(held.reason(), held.detail()),
        clock(page, held),
        page.t().at(held.receivedAt(), page.now()));
  }

  static String subject(Page page, String subject) {
    return subject.isBlank() ? page.t().say("messages.held.no-subject") : subject;
  }

  static Clock clock(Page page, Held held) {
    return held.decidedAt() == null
        ? Clock.running(page.t(), held.dueAt(), page.now(), HeldMoments.SOON)
        : Clock.kept(page.t(), held.decidedAt(), page.now());
  }

  private static Rest rest(Page page, HeldKind kind, @Nullable Long after, @Nullable Held last) {
    String list = "/held?in=" + (kind == HeldKind.TRAY ? "tray" : "quarantine");
    return new Rest(
        after == null ? null : list,
        last == null ? null : list + "&after=" + last.id(),
        page.t().say("messages.held.more", PAGE));
  }
}

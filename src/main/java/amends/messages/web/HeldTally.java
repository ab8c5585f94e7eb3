package amends.messages.web;

import amends.messages.Held;
import amends.messages.HeldKind;
import amends.messages.Messages;
import amends.shared.page.Page;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Tally;
import amends.staff.Viewer;
import java.util.List;
import org.springframework.stereotype.Component;

/** How much held mail waits, and whether some of it has waited longer than it may. */
@Component
final class HeldTally implements Tally {
  private final Messages messages;
  private final Permits permits;

  HeldTally(Messages messages, Permits permits) {
    this.messages = messages;
    this.permits = permits;
  }

  @Override
  public Page.Counts add(Page.Counts before, Viewer viewer) {
    if (!permits.may(viewer, Permission.HOLD_MAIL)) {
      return before;
    }
    return before.withHeld(
        Math.toIntExact(messages.heldCount(HeldKind.QUARANTINE)),
        Math.toIntExact(messages.heldCount(HeldKind.TRAY)),
        isLate(HeldKind.QUARANTINE) || isLate(HeldKind.TRAY));
  }

  /** The one that is due first stands first. */
  private boolean isLate(HeldKind kind) {
    List<Held> first = messages.held(kind, null, 1);
    return !first.isEmpty() && first.getFirst().agedAt() != null;
  }
}

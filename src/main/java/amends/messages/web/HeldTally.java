package amends.messages.web;

import amends.messages.HeldCount;
import amends.messages.HeldKind;
import amends.messages.Messages;
import amends.shared.page.Page;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Tally;
import amends.staff.Viewer;
import java.util.List;
import org.springframework.stereotype.Component;

/** How much held mail waits for this viewer, and whether some has waited longer than it may. */
@Component
final class HeldTally implements Tally {
  private final Messages messages;
  private final Permits permits;
  private final HeldDoor door;

  HeldTally(Messages messages, Permits permits, HeldDoor door) {
    this.messages = messages;
    this.permits = permits;
    this.door = door;
  }

  @Override
  public Page.Counts add(Page.Counts before, Viewer viewer) {
    if (!permits.may(viewer, Permission.HOLD_MAIL)) {
      return before;
    }
    List<HeldCount> counts = door.visible(viewer, messages.heldCounts());
    return before.withHeld(
        mails(counts, HeldKind.QUARANTINE),
        mails(counts, HeldKind.TRAY),
        counts.stream().anyMatch(HeldCount::late));
  }

  private static int mails(List<HeldCount> counts, HeldKind kind) {
    return counts.stream().filter(c -> c.kind() == kind).mapToInt(HeldCount::mails).sum();
  }
}

package amends.cases.web;

import amends.cases.Queue;
import amends.shared.page.Page;
import amends.staff.Permits;
import amends.staff.Tally;
import amends.staff.Viewer;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many cases each view of the desk shows. */
@Component
final class DeskTally implements Tally {
  private final Queue queue;
  private final Permits permits;
  private final InstantSource clock;

  DeskTally(Queue queue, Permits permits, InstantSource clock) {
    this.queue = queue;
    this.permits = permits;
    this.clock = clock;
  }

  @Override
  public Page.Counts add(Page.Counts before, Viewer viewer) {
    Map<Queue.View, Long> counts =
        queue.counts(
            new Queue.Look(Queue.View.ALL, viewer, permits.visible(viewer), clock.instant()));
    return new Page.Counts(
        count(counts, Queue.View.MINE),
        count(counts, Queue.View.TEAM),
        count(counts, Queue.View.UNOWNED),
        count(counts, Queue.View.SOON),
        count(counts, Queue.View.BROKEN),
        before.quarantine(),
        before.tray(),
        before.heldLate());
  }

  private static int count(Map<Queue.View, Long> counts, Queue.View view) {
    return Math.toIntExact(counts.getOrDefault(view, 0L));
  }
}

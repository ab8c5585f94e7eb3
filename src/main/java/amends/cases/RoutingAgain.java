package amends.cases;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks the rules again when a colleague has changed a case that waits for somebody. What a person
 * owns stays with that person, and what few may know of stays with them.
 */
@Component
final class RoutingAgain {
  private final Access access;
  private final Routing routing;
  private final Handovers handovers;

  RoutingAgain(Access access, Routing routing, Handovers handovers) {
    this.access = access;
    this.routing = routing;
    this.handovers = handovers;
  }

  /** A program reads what it has changed, so nothing is sent out of its sight. */
  @EventListener
  void on(CaseChanged event) {
    Case matter = access.rows().get(event.caseId());
    boolean waits =
        matter.ownerId() == null && !matter.settled() && !matter.closed() && !matter.restricted();
    if (!waits || !event.by().isPerson()) {
      return;
    }
    routing
        .again(matter, access.now())
        .filter(goes -> goes.personId() != null || goes.teamId() != matter.teamId())
        .ifPresent(goes -> handovers.follow(matter, goes, "", event.by()));
  }
}

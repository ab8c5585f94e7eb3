package amends.messages;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Subject;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** A delivery has failed: the next way is tried, or those above hear that it did not get there. */
@Component
final class Failures {
  private final Journal journal;
  private final Onward onward;
  private final ApplicationEventPublisher events;
  private final Nudges nudges;

  Failures(Journal journal, Onward onward, ApplicationEventPublisher events, Nudges nudges) {
    this.journal = journal;
    this.onward = onward;
    this.events = events;
    this.nudges = nudges;
  }

  /**
   * @param kind how the journal calls it
   */
  record Failed(
      String kind,
      long deliveryId,
      long messageId,
      Subject about,
      Medium medium,
      String reason,
      boolean permanent) {}

  void failed(Failed what, Map<String, ?> payload) {
    journal.record(what.kind(), Subject.of("delivery", what.deliveryId()), Actor.SYSTEM, payload);
    Optional<Onward.Followed> next = onward.after(what.deliveryId());
    next.ifPresentOrElse(
        followed -> movedOn(what, followed),
        () ->
            events.publishEvent(
                new DeliveryFailed(
                    what.deliveryId(),
                    what.messageId(),
                    what.about(),
                    what.reason(),
                    what.permanent())));
  }

  private void movedOn(Failed what, Onward.Followed followed) {
    journal.record(
        "delivery.moved_on",
        Subject.of("delivery", what.deliveryId()),
        Actor.SYSTEM,
        Map.of(
            "message", what.messageId(),
            "next", followed.deliveryId(),
            "to", followed.medium().code()));
    nudges.onceCommitted(followed.medium());
    events.publishEvent(
        new DeliveryMovedOn(
            what.deliveryId(),
            what.messageId(),
            what.about(),
            what.reason(),
            what.permanent(),
            what.medium(),
            followed.medium(),
            followed.deliveryId()));
  }
}

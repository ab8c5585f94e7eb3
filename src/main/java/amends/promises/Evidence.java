package amends.promises;

import amends.messages.DeliveryAccepted;
import amends.messages.DeliveryFailed;
import amends.shared.Actor;
import amends.shared.Subject;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What becomes of a message decides about the promise that it was to keep. */
@Component
final class Evidence {
  private final Promises promises;

  Evidence(Promises promises) {
    this.promises = promises;
  }

  @EventListener
  void on(DeliveryAccepted event) {
    promises.keptBy(Subject.of("message", event.messageId()), Actor.SYSTEM);
  }

  @EventListener
  void on(DeliveryFailed event) {
    promises.notKeptBy(Subject.of("message", event.messageId()));
  }
}

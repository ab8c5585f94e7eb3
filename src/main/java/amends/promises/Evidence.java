package amends.promises;

import amends.messages.DeliveryAccepted;
import amends.messages.DeliveryFailed;
import amends.messages.MessageTakenBack;
import amends.shared.Actor;
import amends.shared.Subject;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What becomes of a message decides about the promise that it was to keep. */
@Component
final class Evidence {
  private final Promises promises;
  private final Untold untold;

  Evidence(Promises promises, Untold untold) {
    this.promises = promises;
    this.untold = untold;
  }

  /** Before the rooms above look at what is owed now. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void on(DeliveryAccepted event) {
    promises.keptBy(Subject.of("message", event.messageId()), Actor.SYSTEM);
  }

  /** Before the rooms above look at what is owed now. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void on(MessageTakenBack event) {
    Subject message = Subject.of("message", event.messageId());
    promises.takenUpAgain(message, event.by());
    untold.takenBack(message, event.by());
  }

  /** Before the rooms above look at what is owed now. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void on(DeliveryFailed event) {
    Subject message = Subject.of("message", event.messageId());
    promises.notKeptBy(message);
    untold.failed(message);
  }
}

package amends.messages.broadcast;

import amends.messages.DeliveryAccepted;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells those above whom a broadcast has reached, however it was carried. */
@Component
record Reaching(ApplicationEventPublisher events) {
  void reached(long broadcast, Collection<Long> deliveries) {
    if (!deliveries.isEmpty()) {
      events.publishEvent(new BroadcastReached(broadcast, List.copyOf(deliveries)));
    }
  }

  /** A receipt said so, or a colleague. */
  @EventListener
  void on(DeliveryAccepted event) {
    if (event.about().kind().equals("broadcast")) {
      reached(event.about().id(), List.of(event.deliveryId()));
    }
  }
}

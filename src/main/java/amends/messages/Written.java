package amends.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Who hears that a message was written: the rooms above, a courier, or the people who carry it. */
@Component
final class Written {
  private final ApplicationEventPublisher events;
  private final Connecting connecting;
  private final Laying laying;
  private final Nudges nudges;

  Written(ApplicationEventPublisher events, Connecting connecting, Laying laying, Nudges nudges) {
    this.events = events;
    this.connecting = connecting;
    this.laying = laying;
    this.nudges = nudges;
  }

  @Nullable Long connection(Outgoing draft) {
    return connecting.of(draft);
  }

  void tell(
      long messageId,
      Outgoing draft,
      @Nullable Long deliveryId,
      Instant from,
      @Nullable String notSent) {
    if (notSent != null) {
      events.publishEvent(new MessageNotSent(messageId, draft.about(), notSent));
    }
    if (deliveryId != null) {
      laying.tell(deliveryId, messageId, draft, from);
      nudges.onceCommitted(draft.medium());
    }
  }
}

package amends.messages;

import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** When what is written now may leave. */
@Component
final class Departures {
  private final InstantSource clock;
  private final Holding holding;

  Departures(InstantSource clock, Holding holding) {
    this.clock = clock;
    this.holding = holding;
  }

  Instant now() {
    return clock.instant();
  }

  Instant readyAt(Outgoing draft) {
    return draft.kind() == Outgoing.Kind.REPLY ? now().plus(holding.time()) : now();
  }
}

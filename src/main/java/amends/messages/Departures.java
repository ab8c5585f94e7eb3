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

  /** What waits for its moment anyhow can be taken back until then. */
  Instant readyAt(Outgoing draft, Instant from) {
    Instant held = draft.kind() == Outgoing.Kind.REPLY ? now().plus(holding.time()) : now();
    return held.isAfter(from) ? held : from;
  }
}

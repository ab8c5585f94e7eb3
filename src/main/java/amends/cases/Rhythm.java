package amends.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** By when the house promises what, where nobody has said otherwise. House rules, not law. */
@Component
final class Rhythm {
  /** Working time until a person has answered. */
  static final Duration ANSWER = Duration.ofHours(4);

  /** The first follow-up comes within 24 hours. */
  static final Duration FOLLOW_UP = Duration.ofHours(24);

  /** A look by ourselves when it is the customer's turn. */
  static final Duration LOOK = Duration.ofDays(7);

  /** How often a customer is asked whether it is right before silence is taken for an answer. */
  static final int FOLLOW_UP_TRIES = 3;

  private final InstantSource clock;

  Rhythm(InstantSource clock) {
    this.clock = clock;
  }

  Instant answerBy() {
    return clock.instant().plus(ANSWER);
  }

  Instant followUpBy() {
    return clock.instant().plus(FOLLOW_UP);
  }

  Instant lookBy() {
    return clock.instant().plus(LOOK);
  }
}

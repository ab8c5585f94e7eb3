package amends.messages;

import amends.messages.Deliveries.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** What a carrier's answer means for a delivery: done, failed, or tried again and when. */
@Component
final class Outcomes {
  private static final long FIRST_BACK_OFF_SECONDS = 30;
  private static final long LONGEST_BACK_OFF_SECONDS = 4 * 3600L;
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final double JITTER = 0.25;

  private final Deliveries deliveries;
  private final InstantSource clock;
  private final RandomGenerator random;

  Outcomes(Deliveries deliveries, InstantSource clock, RandomGenerator random) {
    this.deliveries = deliveries;
    this.clock = clock;
    this.random = random;
  }

  /** When something is looked at again that could not be looked at now. */
  Instant soon() {
    return clock.instant().plus(SOON);
  }

  void record(Task task, Answer answer) {
    switch (answer) {
      case Answer.Accepted accepted -> deliveries.accepted(task, accepted);
      case Answer.Refused(String reply) -> deliveries.failed(task, reply, true);
      case Answer.Later(String reply) -> later(task, reply, false);
      case Answer.Unknown(String reply) -> later(task, reply, true);
      case Answer.Busy(String reply, Duration pause) ->
          deliveries.waits(task, reply, clock.instant().plus(jittered(pause)));
    }
  }

  /** It was looked at and not tried. */
  void record(Task task, Verdict verdict) {
    switch (verdict) {
      case Verdict.Suppress(String why) -> deliveries.withheld(task, why);
      case Verdict.Back(Instant until) -> deliveries.waits(task, null, until);
      case Verdict.Gone(String reason) -> deliveries.failed(task, reason, true);
      case Verdict.Go go -> throw new IllegalStateException("it goes: " + task.subject());
    }
  }

  private void later(Task task, String reply, boolean ambiguous) {
    Instant again = clock.instant().plus(backOff(task.lease().attempts()));
    boolean tooOften = ambiguous && task.isSpent();
    if (tooOften || again.isAfter(task.giveUpAt())) {
      deliveries.failed(task, reply, false);
    } else {
      deliveries.later(task, reply, again, ambiguous);
    }
  }

  /** Doubled each time, and jittered so that a crowd does not come back at once. */
  Duration backOff(int tries) {
    long doubled = FIRST_BACK_OFF_SECONDS << Math.min(Math.max(tries - 1, 0), 20);
    double seconds = Math.min(doubled, LONGEST_BACK_OFF_SECONDS);
    double jittered = seconds * (1 - JITTER + 2 * JITTER * random.nextDouble());
    return Duration.ofMillis((long) (jittered * 1000));
  }

  /** Never sooner than asked for. */
  private Duration jittered(Duration pause) {
    return pause.plusMillis((long) (pause.toMillis() * JITTER * random.nextDouble()));
  }
}

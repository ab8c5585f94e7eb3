package amends.messages.broadcast;

import amends.messages.ManyErrands;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far a broadcast is, and when it will have reached everyone, as far as that can be said. */
@Component
final class Progress {
  /** The pace is what was settled in so long. */
  private static final Duration WINDOW = Duration.ofMinutes(1);

  private final Tallies tallies;
  private final Expanding expanding;
  private final InstantSource clock;

  Progress(Tallies tallies, Expanding expanding, InstantSource clock) {
    this.tallies = tallies;
    this.expanding = expanding;
    this.clock = clock;
  }

  Reach of(Broadcast broadcast) {
    Broadcast.Whom list = Objects.requireNonNull(broadcast.list());
    Instant now = clock.instant();
    Tallies.Sum sum = tallies.sum(broadcast.id(), now.minus(WINDOW));
    int failed = sum.failed() - sum.moved();
    int coming = list.reachable() - sum.accepted() - failed - sum.suppressed() - sum.stopped();
    boolean began = !now.isBefore(Objects.requireNonNull(broadcast.going()).leavesAt());
    Expanding.Waits waits = began ? expanding.waits(broadcast) : new Expanding.Waits(0, null);
    ManyErrands.Left byHand = coming > 0 ? expanding.left(broadcast) : ManyErrands.Left.NONE;
    return new Reach(
        list.people(),
        sum.accepted(),
        failed + list.people() - list.reachable(),
        sum.suppressed(),
        sum.stopped(),
        coming,
        Math.min(coming, waits.many()),
        waits.last(),
        byHand,
        finish(broadcast, coming - byHand.all(), sum.settledLately(), waits, now));
  }

  /** Null when it cannot be said: nothing moves, or too little has moved to know the pace. */
  private @Nullable Instant finish(
      Broadcast broadcast, int coming, int lately, Expanding.Waits waits, Instant now) {
    Broadcast.Going going = Objects.requireNonNull(broadcast.going());
    if (broadcast.state(now) != Broadcast.State.GOING || lately == 0 || coming <= 0) {
      return null;
    }
    Duration measured = Duration.between(going.leavesAt(), now);
    double seconds = Math.max(1, Math.min(WINDOW.toMillis(), measured.toMillis()) / 1000.0);
    long left = Math.max(0, coming - waits.many());
    Instant byPace = now.plusMillis((long) (left * seconds * 1000 / lately));
    Instant last = waits.last();
    return last != null && last.isAfter(byPace) ? last : byPace;
  }
}

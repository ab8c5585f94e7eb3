package amends.messages.email.courier;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * As many as a server takes in a minute: a bucket on this node that fills while it is not used, up
 * to ten seconds' worth.
 */
final class Trickle {
  private static final double SECONDS = 10;
  private static final double NANOS = 1e9;

  /** A crowd that waits does not knock again for each single one that leaves. */
  private static final Duration SHORTEST = Duration.ofSeconds(5);

  private final double perSecond;
  private final double most;
  private final LongSupplier nanos;
  private double full;
  private long at;

  Trickle(int perMinute, LongSupplier nanos) {
    this.perSecond = perMinute / 60.0;
    this.most = Math.max(1, perSecond * SECONDS);
    this.nanos = nanos;
    this.full = most;
    this.at = nanos.getAsLong();
  }

  synchronized int room() {
    fill();
    return (int) full;
  }

  /** One leaves; false when that would be one too many. */
  synchronized boolean take() {
    fill();
    if (full < 1) {
      return false;
    }
    full--;
    return true;
  }

  /** How long until there is room for one. */
  synchronized Duration pause() {
    fill();
    Duration needed = Duration.ofMillis((long) Math.ceil((1 - full) / perSecond * 1000));
    return needed.compareTo(SHORTEST) > 0 ? needed : SHORTEST;
  }

  private void fill() {
    long now = nanos.getAsLong();
    full = Math.min(most, full + (now - at) / NANOS * perSecond);
    at = now;
  }
}

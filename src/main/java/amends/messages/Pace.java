package amends.messages;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many each connection may be given now, by its own pace: a bucket for each on this node, which
 * fills while it is not used, up to ten seconds' worth.
 */
public final class Pace {
  private static final double SECONDS = 10;

  private final Connections connections;
  private final Medium medium;
  private final InstantSource clock;
  private final Map<Long, Bucket> buckets = new HashMap<>();

  public Pace(Connections connections, Medium medium, InstantSource clock) {
    this.connections = connections;
    this.medium = medium;
    this.clock = clock;
  }

  private record Bucket(double full, Instant at) {
    Bucket filled(int perMinute, Instant now) {
      double seconds = Math.max(0, Duration.between(at, now).toMillis() / 1000.0);
      double most = Math.max(1, perMinute * SECONDS / 60);
      return new Bucket(Math.min(most, full + seconds * perMinute / 60), now);
    }
  }

  /** What may be handed over now, and to whom nothing. */
  public synchronized Carrier.Room room() {
    Instant now = clock.instant();
    List<Connection> all = connections.all().stream().filter(c -> c.medium() == medium).toList();
    Set<Long> shut = new HashSet<>();
    int most = Integer.MAX_VALUE;
    boolean any = false;
    for (Connection connection : all) {
      int room = (int) bucket(connection, now).full();
      if (!connection.takes(now) || room < 1) {
        shut.add(connection.id());
      } else {
        any = true;
        most = Math.min(most, room);
      }
    }
    return any ? new Carrier.Room(most, shut) : Carrier.Room.NONE;
  }

  /** One was given to it. */
  public synchronized void used(long connection) {
    buckets.computeIfPresent(connection, (id, b) -> new Bucket(b.full() - 1, b.at()));
  }

  private Bucket bucket(Connection connection, Instant now) {
    Bucket fresh = new Bucket(Math.max(1, connection.perMinute() * SECONDS / 60), now);
    return buckets.merge(
        connection.id(), fresh, (old, _) -> old.filled(connection.perMinute(), now));
  }
}

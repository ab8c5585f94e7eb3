package amends.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Moments that follow from another one, as people say them: "by 15:00", not "by 14:07". Always
 * later and never earlier, so that nobody has less time than they were given.
 */
public final class RoundMoments {
  private RoundMoments() {}

  /** The next full hour on the clock of this zone; the moment itself when it is one. */
  public static Instant hour(Instant at, ZoneId zone) {
    return up(at, zone, Duration.ofHours(1));
  }

  /** The next full quarter of an hour. */
  public static Instant quarter(Instant at, ZoneId zone) {
    return up(at, zone, Duration.ofMinutes(15));
  }

  private static Instant up(Instant at, ZoneId zone, Duration step) {
    ZonedDateTime hour = at.atZone(zone).truncatedTo(ChronoUnit.HOURS);
    Duration past = Duration.between(hour.toInstant(), at);
    long steps = past.plus(step).minusNanos(1).dividedBy(step);
    return hour.plus(step.multipliedBy(steps)).toInstant();
  }
}

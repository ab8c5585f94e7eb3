package amends.customers;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * From when until when somebody wants no message that can wait, on their own clock. May span
 * midnight; equal ends mean no quiet at all.
 */
public record QuietHours(LocalTime from, LocalTime to) {
  /** Whether it is quiet at this time of the day; the end itself no longer is. */
  public boolean covers(LocalTime time) {
    if (from.isBefore(to)) {
      return !time.isBefore(from) && time.isBefore(to);
    }
    return from.isAfter(to) && (!time.isBefore(from) || time.isBefore(to));
  }

  /** The first moment, not before the given one, at which it is not quiet in the zone. */
  public Instant until(Instant moment, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
    if (!covers(local.toLocalTime())) {
      return moment;
    }
    LocalDateTime today = local.toLocalDate().atTime(to);
    LocalDateTime end = today.isAfter(local) ? today : today.plusDays(1);
    Instant plain = moment.plus(Duration.between(local, end));
    ZoneOffsetTransition change = zone.getRules().nextTransition(moment);
    return change == null || change.getInstant().isAfter(plain)
        ? plain
        : until(change.getInstant(), zone);
  }
}

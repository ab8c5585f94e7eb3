package amends.promises;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** A moment as lists write it. */
final class ListMoment {
  private ListMoment() {}

  /** With an offset, or by the clock on the customer's wall. */
  static Optional<Instant> read(String text, ZoneId zone) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException local) {
      return onTheWall(text, zone);
    }
  }

  private static Optional<Instant> onTheWall(String text, ZoneId zone) {
    try {
      return Optional.of(LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The end of a day that is written alone. */
  static Optional<Instant> endOfDay(String text, ZoneId zone) {
    try {
      return Optional.of(LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

package amends.cases.web;

import amends.cases.Queue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** A place in the queue as a link bears it: part, due moment in microseconds, number. */
final class Places {
  private Places() {}

  static String write(Queue.Part part, Instant due, long id) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, due);
    return part.name().toLowerCase(Locale.ROOT) + "-" + micros + "-" + id;
  }

  /** A link that was damaged leads to the first page. */
  static Optional<Queue.Place> read(String after) {
    if (!after.matches("(broken|running|waiting)-\\d{1,17}-\\d{1,18}")) {
      return Optional.empty();
    }
    String[] parts = after.split("-", -1);
    try {
      return Optional.of(
          new Queue.Place(
              Queue.Part.valueOf(parts[0].toUpperCase(Locale.ROOT)),
              Instant.EPOCH.plus(Long.parseLong(parts[1]), ChronoUnit.MICROS),
              Long.parseLong(parts[2])));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

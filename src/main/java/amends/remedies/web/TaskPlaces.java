package amends.remedies.web;

import amends.remedies.fulfilment.BackOffice.Place;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A place among what is to be done as a link bears it: two moments in microseconds, two numbers.
 */
final class TaskPlaces {
  private TaskPlaces() {}

  static String write(Place place) {
    return "%d-%d-%d-%d"
        .formatted(micros(place.due()), micros(place.since()), place.grantId(), place.attemptId());
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  /** A link that was damaged leads to the first page. */
  static @Nullable Place read(String after) {
    if (!after.matches("\\d{1,18}(-\\d{1,18}){3}")) {
      return null;
    }
    long[] parts = Arrays.stream(after.split("-", -1)).mapToLong(Long::parseLong).toArray();
    try {
      return new Place(at(parts[0]), at(parts[1]), parts[2], parts[3]);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Instant at(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}

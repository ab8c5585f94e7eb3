package amends.shared.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a row stands in the order of its list: by number, or by a moment and then by number.
 *
 * @param part the part of a list that has several, else empty
 */
public record Place(String part, @Nullable Instant at, long id) {
  public static Place of(long id) {
    return new Place("", null, id);
  }

  public static Place of(@Nullable Instant at, long id) {
    return new Place("", at, id);
  }
}

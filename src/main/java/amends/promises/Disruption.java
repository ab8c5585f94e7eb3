package amends.promises;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place or a day that fails.
 *
 * @param where what of the house it concerns
 * @param reason why, for colleagues: "Ice on the roads"
 */
public record Disruption(long id, Where where, Instant from, Instant until, String reason) {

  /**
   * Each that is named narrows it down.
   *
   * @param place some words of where bookings are done; empty for anywhere
   */
  public record Where(@Nullable Long team, @Nullable Long brand, String place) {}
}

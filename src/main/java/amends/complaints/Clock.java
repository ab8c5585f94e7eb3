package amends.complaints;

import amends.promises.Promise;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One clock of a complaint.
 *
 * @param rule the code of its rule
 * @param began the receipt that it counts from
 * @param promise what guards it; null for a window, which nothing is owed by
 */
public record Clock(
    String regime, String rule, Instant began, Instant dueAt, @Nullable Promise promise) {

  /** Whether it still runs against us: neither kept by what was sent, nor given up by them. */
  public boolean runs(Instant now) {
    if (promise == null) {
      return now.isBefore(dueAt);
    }
    return promise.owed() || (promise.broken() && promise.moments().madeGoodAt() == null);
  }
}

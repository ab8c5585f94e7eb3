package amends.customers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What must be done differently for a customer, as a state with dates and never as a label.
 *
 * @param words what to do differently, such as "call, do not write: she cannot read small print"
 * @param toldBy who told us, in words such as "herself" or "her son"
 * @param reviewAt when somebody looks whether it still holds
 * @param endedAt since when it no longer holds
 */
public record Need(
    long id,
    long customerId,
    Driver driver,
    String words,
    String toldBy,
    Instant fromAt,
    Instant reviewAt,
    @Nullable Instant endedAt) {

  /** The four drivers of vulnerability of the FCA's guidance FG21/1. */
  public enum Driver {
    HEALTH,
    LIFE_EVENTS,
    RESILIENCE,
    CAPABILITY
  }

  public boolean holdsAt(Instant moment) {
    return !fromAt.isAfter(moment) && (endedAt == null || endedAt.isAfter(moment));
  }
}

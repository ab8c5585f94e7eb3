package amends.remedies;

import amends.shared.Money;
import amends.shared.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What is to leave for a grant.
 *
 * @param amount what is to be paid; null when nothing is
 * @param reference what the payer's or carrier's papers say, without personal data
 */
public record NewOrder(
    long grantId,
    Kind kind,
    @Nullable Money amount,
    long customerId,
    Subject about,
    String reference) {
  /** Through which door it leaves. */
  public enum Kind {
    MONEY,
    SHIPMENT,
    /** Somebody does something: a visit, a repair, a note by hand. */
    TASK
  }
}

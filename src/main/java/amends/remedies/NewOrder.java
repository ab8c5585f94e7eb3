package amends.remedies;

import amends.shared.Money;
import amends.shared.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to leave for a grant.
 *
 * @param amount what is to be paid; null when nothing is
 * @param reference what the payer's or carrier's papers say, without personal data
 * @param notBefore until then nobody is called, so that whoever gave it can undo it; null for at
 *     once
 */
public record NewOrder(
    long grantId,
    Kind kind,
    @Nullable Money amount,
    long customerId,
    Subject about,
    String reference,
    @Nullable Instant notBefore) {
  /** At once. */
  public NewOrder(
      long grantId,
      Kind kind,
      @Nullable Money amount,
      long customerId,
      Subject about,
      String reference) {
    this(grantId, kind, amount, customerId, about, reference, null);
  }

  /** Through which door it leaves. */
  public enum Kind {
    MONEY,
    SHIPMENT,
    /** Somebody does something: a visit, a repair, a note by hand. */
    TASK
  }
}

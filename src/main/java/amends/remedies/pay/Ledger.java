package amends.remedies.pay;

import amends.shared.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a provider says that it did.
 *
 * @param next the cursor of the page behind; empty when this is the last
 */
public record Ledger(List<Line> lines, String next) {
  public static final Ledger EMPTY = new Ledger(List.of(), "");

  public Ledger {
    lines = List.copyOf(lines);
  }

  /**
   * One thing that they did.
   *
   * @param key ours, when they tell it; null when it was not done for us, or not by this program
   * @param state {@code done}, {@code pending} or {@code failed}
   * @param reference their number of the payment that it goes back to; may be empty
   */
  public record Line(
      String theirId,
      @Nullable String key,
      Money money,
      String state,
      String reference,
      Instant at) {}
}

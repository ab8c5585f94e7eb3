package amends.goods;

import amends.shared.Money;
import amends.shared.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one customer bought at one moment.
 *
 * @param externalId the number that the customer sees
 * @param total what was paid or is owed, reductions and carriage included
 */
public record Order(
    long id,
    String externalId,
    long customerId,
    Instant placedAt,
    Money total,
    Terms terms,
    List<Line> lines)
    implements Thing {
  public Order {
    lines = List.copyOf(lines);
  }

  /**
   * How it was paid and where it went; each null where nobody told.
   *
   * @param payment the number under which the payment's provider knows it
   * @param paid what was paid by it, in the order's currency
   * @param country ISO 3166, two letters
   */
  public record Terms(@Nullable String payment, @Nullable Money paid, @Nullable String country) {
    public static final Terms NONE = new Terms(null, null, null);
  }

  /**
   * @param unit the very piece, where it bears a serial number
   * @param price of one piece, in the order's currency
   */
  public record Line(int number, Product product, @Nullable Unit unit, int quantity, Money price) {}

  @Override
  public Subject subject() {
    return Subject.of("order", id);
  }
}

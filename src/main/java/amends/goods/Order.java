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
    long id, String externalId, long customerId, Instant placedAt, Money total, List<Line> lines)
    implements Thing {
  public Order {
    lines = List.copyOf(lines);
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

package amends.goods;

import amends.shared.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as another system tells of it: all of its lines, in their order.
 *
 * @param terms what is told of its payment and country; what is not told stays as it was known
 */
public record OrderSheet(
    String externalId,
    long customerId,
    Instant placedAt,
    Money total,
    Order.Terms terms,
    List<Line> lines) {
  /** Nothing is told of its payment. */
  public OrderSheet(
      String externalId, long customerId, Instant placedAt, Money total, List<Line> lines) {
    this(externalId, customerId, placedAt, total, Order.Terms.NONE, lines);
  }

  public OrderSheet {
    lines = List.copyOf(lines);
  }

  /**
   * @param product the product's external id
   * @param serial of the very piece, which must be known as a unit of the product
   * @param quantity at least 1
   * @param price of one piece, in the order's currency
   */
  public record Line(String product, @Nullable String serial, int quantity, Money price) {}
}

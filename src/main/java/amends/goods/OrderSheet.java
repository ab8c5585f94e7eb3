package amends.goods;

import amends.shared.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as another system tells of it: all of its lines, in their order. */
public record OrderSheet(
    String externalId, long customerId, Instant placedAt, Money total, List<Line> lines) {
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

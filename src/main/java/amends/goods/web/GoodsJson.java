package amends.goods.web;

import amends.goods.Order;
import amends.goods.Product;
import amends.goods.Unit;
import amends.shared.Money;
import amends.shared.api.Say;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Products, units and orders as programs read them. */
final class GoodsJson {
  private GoodsJson() {}

  /** Something that is sold. */
  record ProductJson(
      @Say(value = "Our number.", example = "3") long id,
      @Say(value = "Its number in your system.", example = "JUG-1") String externalId,
      @Say(value = "What it is called.", example = "Water jug, 2 litres") String name,
      @Say("The maker's name, where it is not your own.") @Nullable String brand) {
    static ProductJson of(Product product) {
      return new ProductJson(product.id(), product.externalId(), product.name(), product.brand());
    }
  }

  /** One piece of a product. */
  record UnitJson(
      @Say(value = "Our number.", example = "8") long id,
      @Say(value = "The product's number in your system.", example = "JUG-1") String product,
      @Say(value = "As it stands on the plate.", example = "SN 1044-20") String serial,
      @Say(value = "The code of the lot that it was made in.", example = "L-77")
          @Nullable String lot,
      @Say(value = "Its number in your system.", example = "U-900") @Nullable String externalId) {
    static UnitJson of(Unit unit) {
      return new UnitJson(
          unit.id(), unit.product().externalId(), unit.serial(), unit.lot(), unit.externalId());
    }
  }

  /** An amount. */
  record AmountJson(
      @Say(value = "In minor units: 1299 is 12.99 of a currency with two digits.", example = "1299")
          long minor,
      @Say(value = "ISO 4217.", example = "EUR", least = 3, most = 3) String currency) {
    static AmountJson of(Money money) {
      return new AmountJson(money.minor(), money.currency());
    }
  }

  /** What one customer bought at one moment. */
  record OrderJson(
      @Say(value = "Our number.", example = "12") long id,
      @Say(value = "The number that the customer sees.", example = "A-1001") String externalId,
      @Say(value = "Our number of the customer.", example = "17") long customerId,
      @Say(value = "When it was placed.", example = "2026-05-02T10:15:00Z") Instant placedAt,
      @Say("What was paid or is owed, reductions and carriage included.") AmountJson total,
      @Say(value = "The number of its payment; null where nobody told.", example = "pi_3PxYz")
          @Nullable String payment,
      @Say("What was paid by it; null where nobody told.") @Nullable AmountJson paid,
      @Say(value = "Where it went; null where nobody told.", example = "GB")
          @Nullable String country,
      @Say("In their order.") List<OrderLineJson> lines) {
    static OrderJson of(Order order) {
      Money paid = order.terms().paid();
      return new OrderJson(
          order.id(),
          order.externalId(),
          order.customerId(),
          order.placedAt(),
          AmountJson.of(order.total()),
          order.terms().payment(),
          paid == null ? null : AmountJson.of(paid),
          order.terms().country(),
          order.lines().stream().map(OrderLineJson::of).toList());
    }
  }

  /** One line of an order. */
  record OrderLineJson(
      @Say(value = "Its place, from 1.", example = "1") int number,
      @Say(value = "The product's number in your system.", example = "JUG-1") String product,
      @Say(value = "Of the very piece, where it is known.", example = "SN 1044-20")
          @Nullable String serial,
      @Say(value = "How many.", example = "2") int quantity,
      @Say("Of one piece, in the order's currency.") AmountJson price) {
    static OrderLineJson of(Order.Line line) {
      Unit unit = line.unit();
      return new OrderLineJson(
          line.number(),
          line.product().externalId(),
          unit == null ? null : unit.serial(),
          line.quantity(),
          AmountJson.of(line.price()));
    }
  }
}

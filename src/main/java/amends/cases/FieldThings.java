package amends.cases;

import amends.goods.Goods;
import amends.goods.Order;
import amends.goods.Product;
import amends.goods.Thing;
import amends.goods.Unit;
import amends.shared.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the orders and units that fields lead to. */
@Component
public final class FieldThings {
  private static final int MOST = 10;

  private final Goods goods;

  FieldThings(Goods goods) {
    this.goods = goods;
  }

  /**
   * The value with what it leads to. Two makers may use the same serial number: then the product's
   * number stands behind it, as in "4711, K-200".
   *
   * @throws Refusal of the field's input when there is no such order or unit, or there are several
   */
  FieldValue led(Field field, String read) {
    if (read.isEmpty()) {
      return new FieldValue(field, read);
    }
    return switch (field.kind()) {
      case ORDER ->
          goods
              .order(read)
              .map(order -> new FieldValue(field, order.externalId(), order.subject()))
              .orElseThrow(() -> refused(field, "order", read));
      case UNIT -> unit(field, read);
      case TEXT, NUMBER, DATE, CHOICE, YES_NO -> new FieldValue(field, read);
    };
  }

  private FieldValue unit(Field field, String read) {
    List<Unit> bearers = goods.units(read);
    int comma = read.lastIndexOf(',');
    if (bearers.isEmpty() && comma > 0) {
      String product = read.substring(comma + 1).strip();
      bearers =
          goods.units(read.substring(0, comma)).stream()
              .filter(unit -> unit.product().externalId().equalsIgnoreCase(product))
              .toList();
    }
    if (bearers.size() != 1) {
      throw refused(field, bearers.isEmpty() ? "unit" : "units", read);
    }
    Unit unit = bearers.getFirst();
    return new FieldValue(field, unit.serial(), unit.subject());
  }

  private static Refusal refused(Field field, String how, String read) {
    String shown = read.length() <= 80 ? read : read.substring(0, 79) + "…";
    return new Refusal(field.input(), "cases.field.refuse." + how, field.name(), shown);
  }

  /**
   * What could be meant while somebody types; before that, what was sold to the customer.
   *
   * @param customer 0 for nobody's
   */
  public List<Thing> offered(Field field, String typed, long customer) {
    Stream<? extends Thing> found =
        typed.isBlank() ? sold(field.kind(), customer) : goods.findSold(typed, MOST * 2).stream();
    Class<? extends Thing> wanted = field.kind() == Field.Kind.ORDER ? Order.class : Unit.class;
    return found.filter(wanted::isInstance).limit(MOST).map(Thing.class::cast).toList();
  }

  private Stream<? extends Thing> sold(Field.Kind kind, long customer) {
    List<Order> orders = customer == 0 ? List.of() : goods.ordersOf(customer, MOST);
    if (kind == Field.Kind.ORDER) {
      return orders.stream();
    }
    return orders.stream()
        .flatMap(order -> order.lines().stream())
        .map(Order.Line::unit)
        .filter(Objects::nonNull);
  }

  /** As it is typed into the field. */
  public String number(Thing thing) {
    return switch (thing) {
      case Order order -> order.externalId();
      case Unit unit ->
          goods.units(unit.serial()).size() == 1
              ? unit.serial()
              : unit.serial() + ", " + unit.product().externalId();
      case Product product -> product.externalId();
    };
  }
}

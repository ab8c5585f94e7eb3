package amends.goods;

import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What was sold to whom. Other systems tell of it by their own numbers; telling the same again
 * changes nothing and is not a change in the journal. In one list the last word on a number counts.
 */
@Component
public final class Goods {
  private final Acts acts;
  private final Products products;
  private final Units units;
  private final Orders orders;
  private final Shelf shelf;

  Goods(Acts acts, Products products, Units units, Orders orders, Shelf shelf) {
    this.acts = acts;
    this.products = products;
    this.units = units;
    this.orders = orders;
    this.shelf = shelf;
  }

  /**
   * @return how many were new or different
   * @throws Refusal when one has no number or no name; then none is entered
   */
  public int enterProducts(List<ProductSheet> sheets, Actor by) {
    return acts.call(() -> products.enter(sheets, by));
  }

  /**
   * Enters units, known by product and serial number, and the lots that they were made in.
   *
   * @return how many were new or different
   * @throws Refusal when a product is not known or a serial number is blank; then none is entered
   */
  public int enterUnits(List<UnitSheet> sheets, Actor by) {
    return acts.call(() -> units.enter(sheets, by));
  }

  /**
   * Enters orders with all of their lines; lines that are no longer told of go.
   *
   * @return how many were new or different
   * @throws Refusal when a product or unit is not known, a quantity is below 1, or the currencies
   *     of an order differ; then none is entered
   */
  public int enterOrders(List<OrderSheet> sheets, Actor by) {
    return acts.call(() -> orders.enter(sheets, by));
  }

  /** By the number that shop and warehouse know it by. */
  public Optional<Product> product(String externalId) {
    return products.product(externalId);
  }

  /** A maker of products that are known here, as its name is written there. */
  public Optional<String> maker(String name) {
    return products.maker(name);
  }

  /** By our own number of it. */
  public Optional<Product> product(long id) {
    return products.product(id);
  }

  /** By the number that the customer sees. */
  public Optional<Order> order(String externalId) {
    return orders.orders(List.of(externalId)).stream().findFirst();
  }

  /**
   * @throws NotFound when there is none
   */
  public Order order(long id) {
    return orders.ordersById(List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound(Subject.of("order", id)));
  }

  /** Those of them that exist, by id. */
  public Map<Long, Order> orders(Collection<Long> ids) {
    return orders.ordersById(ids).stream()
        .collect(Collectors.toMap(Order::id, Function.identity()));
  }

  /** A customer's orders, the newest first. */
  public List<Order> ordersOf(long customer, int most) {
    return orders.of(customer, most);
  }

  /**
   * By serial number or VIN as it is read from the plate, whatever blanks and hyphens. Two makers
   * may use the same number: then it is not the one, and {@link #units(String)} names them.
   */
  public Optional<Unit> unit(String serial) {
    List<Unit> bearers = units.units(serial);
    return bearers.size() == 1 ? Optional.of(bearers.getFirst()) : Optional.empty();
  }

  /** A serial number as it is compared. */
  public String plate(String serial) {
    return Units.norm(serial);
  }

  /** All that bear this serial number. */
  public List<Unit> units(String serial) {
    return units.units(serial);
  }

  /**
   * @throws NotFound when there is none
   */
  public Unit unit(long id) {
    return units.units(List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound(Subject.of("unit", id)));
  }

  /** Those of them that exist, by id. */
  public Map<Long, Unit> units(Collection<Long> ids) {
    return units.units(ids).stream().collect(Collectors.toMap(Unit::id, Function.identity()));
  }

  /**
   * By the beginning of an order's, unit's or product's number, or of the words of a product's
   * name: orders first, then units, then products.
   */
  public List<Thing> find(String text, int most) {
    return shelf.find(text, most);
  }

  /** Orders and units alone, by the beginning or the end of their number: orders first. */
  public List<Thing> findSold(String text, int most) {
    return shelf.sold(text, most);
  }
}

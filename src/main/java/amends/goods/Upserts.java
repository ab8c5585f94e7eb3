package amends.goods;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Upserted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Lists from shops and warehouses, told again and again: what is new is entered, what differs is
 * changed, what is equal is no change, and what cannot be is refused by itself, without the others.
 */
@Component
public final class Upserts {
  private final Acts acts;
  private final Products products;
  private final Units units;
  private final Orders orders;
  private final Journal journal;

  Upserts(Acts acts, Products products, Units units, Orders orders, Journal journal) {
    this.acts = acts;
    this.products = products;
    this.units = units;
    this.orders = orders;
    this.journal = journal;
  }

  /** What became of each, in their order. */
  public List<Upserted> products(List<ProductSheet> sheets, Actor by) {
    Bulk<ProductSheet> bulk = Bulk.of(sheets, ProductSheet::externalId);
    bulk.check(Products::check);
    return acts.call(() -> {
      List<ProductSheet> taken = bulk.taken();
      List<Entries> changes = products.upsert(taken);
      journal.recordAll(Entries.tell("product", changes, by));
      Map<String, Product> known =
          products.known(taken.stream().map(ProductSheet::externalId).toList());
      return bulk.told(ids(known), changes);
    });
  }

  private static Map<String, Long> ids(Map<String, Product> known) {
    return known.values().stream().collect(Collectors.toMap(Product::externalId, Product::id));
  }

  /** Refused are units of unknown products, and numbers that another unit bears. */
  public List<Upserted> units(List<UnitSheet> sheets, Actor by) {
    return acts.call(() -> {
      Bulk<UnitSheet> bulk = Bulk.of(sheets, Units::key);
      bulk.check(Units::check);
      Set<String> known = products.known(sheets.stream().map(UnitSheet::product).toList()).keySet();
      bulk.refuse(
          sheet -> !known.contains(sheet.product()),
          sheet -> new Refusal("product", "goods.refuse.product", sheet.product()));
      Map<String, String> bearers = units.bearers(bulk.taken());
      bulk.refuse(
          sheet -> isAnothers(sheet, bearers),
          sheet -> new Refusal("externalId", "goods.refuse.taken"));
      List<UnitSheet> taken = bulk.taken();
      List<Entries> changes = units.enterAll(taken);
      journal.recordAll(Entries.tell("unit", changes, by));
      return bulk.told(units.ids(taken), changes);
    });
  }

  private static boolean isAnothers(UnitSheet sheet, Map<String, String> bearers) {
    String number = sheet.externalId();
    if (number == null) {
      return false;
    }
    String bearer = bearers.putIfAbsent(number, Units.key(sheet));
    return bearer != null && !bearer.equals(Units.key(sheet));
  }

  /** Refused are orders of unknown customers, and lines of unknown products or units. */
  public List<Upserted> orders(List<OrderSheet> sheets, Actor by) {
    return acts.call(() -> {
      Bulk<OrderSheet> bulk = Bulk.of(sheets, OrderSheet::externalId);
      bulk.check(Orders::check);
      Set<Long> customers = orders.knownCustomers(sheets);
      bulk.refuse(
          sheet -> !customers.contains(sheet.customerId()),
          sheet ->
              new Refusal("customer", "goods.refuse.customer", String.valueOf(sheet.customerId())));
      Set<String> known = products.known(lines(sheets, OrderSheet.Line::product)).keySet();
      bulk.check(sheet -> refuseUnknownProduct(sheet, known));
      Set<String> pieces = units.keys(lines(sheets, Upserts::piece));
      bulk.check(sheet -> refuseUnknownUnit(sheet, pieces));
      List<OrderSheet> taken = bulk.taken();
      List<Entries> changes = orders.enterAll(taken);
      journal.recordAll(Entries.tell("order", changes, by));
      return bulk.told(orders.ids(taken), changes);
    });
  }

  private static String piece(OrderSheet.Line line) {
    String serial = line.serial();
    return serial == null ? "" : Units.key(line.product(), serial);
  }

  private static List<String> lines(
      List<OrderSheet> sheets, Function<OrderSheet.Line, String> value) {
    return new ArrayList<>(
        sheets.stream()
            .flatMap(sheet -> sheet.lines().stream())
            .map(value)
            .collect(Collectors.toSet()));
  }

  private static void refuseUnknownProduct(OrderSheet sheet, Set<String> known) {
    for (OrderSheet.Line line : sheet.lines()) {
      if (!known.contains(line.product())) {
        throw new Refusal("product", "goods.refuse.product", line.product());
      }
    }
  }

  private static void refuseUnknownUnit(OrderSheet sheet, Set<String> pieces) {
    for (OrderSheet.Line line : sheet.lines()) {
      String serial = line.serial();
      if (serial != null && !pieces.contains(piece(line))) {
        throw new Refusal("serial", "goods.refuse.unit", serial);
      }
    }
  }
}

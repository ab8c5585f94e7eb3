package amends.app.imports;

import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.goods.Goods;
import amends.goods.Order;
import amends.goods.OrderSheet;
import amends.shared.Actor;
import amends.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Rows that follow each other are the lines of one order, which is brought whole or not. */
final class OrderLists implements Keeping.Taking {
  private static final String KIND = "orders";

  private final Customers customers;
  private final Keeping keeping;
  private final Keeping.Batch<OrderSheet> batch;
  private final Set<String> told = new HashSet<>();
  private final Set<String> broken = new HashSet<>();
  private Keeping.@Nullable Row<OrderSheet> open;

  OrderLists(Goods goods, Customers customers, Keeping keeping) {
    this.customers = customers;
    this.keeping = keeping;
    this.batch =
        keeping.batch(
            KIND,
            sheets -> goods.enterOrders(sheets, Actor.OPERATOR),
            sheet -> goods.order(sheet.externalId()).map(Order::id));
  }

  @Override
  public void take(Found found, Fields row) {
    String number = found.fields().path("order").asString("").strip();
    if (broken.contains(number)) {
      keeping.refuse(KIND, number, found, new Unmapped("other-line", number));
      return;
    }
    try {
      take(found, sheet(row), row.left());
    } catch (Unmapped e) {
      keeping.refuse(KIND, number, found, e);
      if (!number.isEmpty() && !e.reason().equals("scattered")) {
        spoil(number);
      }
    }
  }

  private void spoil(String number) {
    broken.add(number);
    Keeping.Row<OrderSheet> before = open;
    if (before != null && before.key().equals(number)) {
      before
          .found()
          .forEach(f -> keeping.refuse(KIND, number, f, new Unmapped("other-line", number)));
      open = null;
    }
  }

  private void take(Found found, OrderSheet sheet, ObjectNode left) {
    Keeping.Row<OrderSheet> before = open;
    if (before != null && before.key().equals(sheet.externalId())) {
      List<OrderSheet.Line> lines = new ArrayList<>(before.sheet().lines());
      lines.addAll(sheet.lines());
      List<Found> all = new ArrayList<>(before.found());
      all.add(found);
      ObjectNode both = before.left().deepCopy();
      left.propertyStream()
          .filter(each -> !each.getValue().equals(both.get(each.getKey())))
          .toList()
          .forEach(each ->
              both.set(
                  both.has(each.getKey()) ? each.getKey() + " " + all.size() : each.getKey(),
                  each.getValue()));
      open = new Keeping.Row<>(all, before.key(), with(before.sheet(), lines), both);
      return;
    }
    if (!told.add(sheet.externalId())) {
      throw new Unmapped("scattered", sheet.externalId());
    }
    next(new Keeping.Row<>(List.of(found), sheet.externalId(), sheet, left));
  }

  private void next(Keeping.@Nullable Row<OrderSheet> row) {
    if (open != null) {
      batch.add(open);
    }
    open = row;
  }

  @Override
  public void end() {
    next(null);
    batch.flush();
  }

  private OrderSheet sheet(Fields row) {
    String currency = row.needed("currency");
    String quantity = row.text("quantity");
    OrderSheet.Line line =
        new OrderSheet.Line(
            row.needed("product"),
            row.text("serial"),
            quantity == null ? 1 : whole(quantity),
            money(row.needed("price"), currency, "price"));
    String total = row.text("total");
    Money sum =
        total == null
            ? new Money(line.price().minor() * line.quantity(), currency)
            : money(total, currency, "total");
    return new OrderSheet(
        row.needed("order"),
        customer(row.needed("customer")),
        row.moment("placed_at"),
        sum,
        terms(row, currency),
        List.of(line));
  }

  private static Order.Terms terms(Fields row, String currency) {
    String paid = row.text("paid");
    String country = row.text("country");
    return new Order.Terms(
        row.text("payment"),
        paid == null ? null : money(paid, currency, "paid"),
        country == null ? null : country.toUpperCase(Locale.ROOT));
  }

  /** Without a total of its own, an order costs what its lines cost. */
  private OrderSheet with(OrderSheet sheet, List<OrderSheet.Line> lines) {
    long before = sum(sheet.lines());
    Money total =
        sheet.total().minor() == before
            ? new Money(sum(lines), sheet.total().currency())
            : sheet.total();
    return new OrderSheet(
        sheet.externalId(), sheet.customerId(), sheet.placedAt(), total, sheet.terms(), lines);
  }

  private long sum(List<OrderSheet.Line> lines) {
    return lines.stream().mapToLong(line -> line.price().minor() * line.quantity()).sum();
  }

  private long customer(String numberOrAddress) {
    return customers
        .byExternalId(numberOrAddress)
        .or(() -> customers.recognise(Channel.EMAIL, numberOrAddress))
        .map(Customer::id)
        .orElseThrow(() -> new Unmapped("no-customer", numberOrAddress));
  }

  private static int whole(String number) {
    try {
      return Integer.parseInt(number);
    } catch (NumberFormatException e) {
      throw new Unmapped("no-number", "quantity");
    }
  }

  /** An amount as written, such as 12.50, in the currency's own units. */
  private static Money money(String amount, String currency, String field) {
    try {
      int digits = Currency.getInstance(currency).getDefaultFractionDigits();
      return new Money(new BigDecimal(amount).movePointRight(digits).longValueExact(), currency);
    } catch (ArithmeticException | IllegalArgumentException e) {
      throw new Unmapped("no-number", field);
    }
  }
}

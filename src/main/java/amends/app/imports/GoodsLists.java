package amends.app.imports;

import amends.customers.Customer;
import amends.customers.Customers;
import amends.goods.Goods;
import amends.goods.Order;
import amends.goods.OrderSheet;
import amends.goods.Product;
import amends.goods.ProductSheet;
import amends.goods.Unit;
import amends.goods.UnitSheet;
import amends.shared.Actor;
import amends.shared.Money;
import amends.shared.Refusal;
import amends.shared.Texts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lists of what was sold to whom. The house knows each by its number, so a list can be told again:
 * what is equal changes nothing.
 */
final class GoodsLists {
  private static final int BATCH = 500;

  /** As lists are noted. */
  static final String SOURCE = "csv";

  /** The columns that each kind of list must have. */
  static final Map<String, Set<String>> NEEDED =
      Map.of(
          "products", Set.of("external_id", "name"),
          "units", Set.of("product", "serial"),
          "orders", Set.of("order", "customer", "placed_at", "currency", "product", "price"));

  private final Goods goods;
  private final Customers customers;
  private final Texts.Voice t;
  private final ImportRows rows;
  private final Report report;

  GoodsLists(Goods goods, Customers customers, Texts texts, ImportRows rows, Report report) {
    this.goods = goods;
    this.customers = customers;
    this.t = texts.voice(Locale.ENGLISH, ZoneOffset.UTC);
    this.rows = rows;
    this.report = report;
  }

  /** One entry of a list, with the records that it is made of and what they say beyond it. */
  private record Row<T>(List<Found> found, String key, T sheet, ObjectNode left) {}

  void bring(String kind, List<Path> files) {
    switch (kind) {
      case "products" ->
          each(
              kind,
              files,
              new Plain<>(
                  row ->
                      new ProductSheet(
                          row.needed("external_id"), row.needed("name"), row.text("brand")),
                  ProductSheet::externalId,
                  new Batch<>(
                      kind,
                      sheets -> goods.enterProducts(sheets, Actor.OPERATOR),
                      sheet -> goods.product(sheet.externalId()).map(Product::id))));
      case "units" ->
          each(
              kind,
              files,
              new Plain<>(
                  row ->
                      new UnitSheet(
                          row.needed("product"),
                          row.needed("serial"),
                          row.text("lot"),
                          row.text("external_id")),
                  sheet -> sheet.product() + " " + sheet.serial(),
                  new Batch<>(
                      kind, sheets -> goods.enterUnits(sheets, Actor.OPERATOR), this::unit)));
      default -> each(kind, files, new Orders());
    }
  }

  private Optional<Long> unit(UnitSheet sheet) {
    return goods.units(sheet.serial()).stream()
        .filter(unit -> unit.product().externalId().equals(sheet.product()))
        .map(Unit::id)
        .findFirst();
  }

  private void each(String kind, List<Path> files, Taking taking) {
    for (Path file : files) {
      new CsvFile(NEEDED.getOrDefault(kind, Set.of()))
          .each(
              file,
              found -> {
                try {
                  taking.take(found, new Fields(found.fields()));
                } catch (Unmapped e) {
                  refuse(kind, "", found, e);
                }
              });
      taking.end();
    }
  }

  /** It is listed, and kept whole until it can be brought. */
  private void refuse(String kind, String key, Found found, Unmapped why) {
    String whole = found.fields().toString();
    String named = key + "\n" + found.file().getFileName() + "#" + found.place();
    rows.note(SOURCE, List.of(ImportRows.Outcome.refused(kind, named, whole, why)));
    report.refused(kind, found, why);
  }

  /** Takes the rows of a list, one after the other. */
  private interface Taking {
    void take(Found found, Fields row);

    void end();
  }

  /** Enters sheets in batches; a batch that is refused is halved until the row stands alone. */
  private final class Batch<T> {
    private final String kind;
    private final ToIntFunction<List<T>> enter;
    private final Function<T, Optional<Long>> number;
    private final List<Row<T>> waiting = new ArrayList<>();

    Batch(String kind, ToIntFunction<List<T>> enter, Function<T, Optional<Long>> number) {
      this.kind = kind;
      this.enter = enter;
      this.number = number;
    }

    void add(Row<T> row) {
      waiting.add(row);
      if (waiting.size() >= BATCH) {
        flush();
      }
    }

    void flush() {
      halve(List.copyOf(waiting));
      waiting.clear();
    }

    private void halve(List<Row<T>> all) {
      if (all.isEmpty()) {
        return;
      }
      try {
        int changed = enter.applyAsInt(all.stream().map(Row::sheet).toList());
        rows.brought(SOURCE, kind, all.stream().map(Row::key).toList());
        all.stream().filter(row -> !row.left().isEmpty()).forEach(this::keep);
        report.entered(kind, all.size(), changed);
      } catch (Refusal e) {
        if (all.size() == 1) {
          Row<T> row = all.getFirst();
          Unmapped why = new Unmapped("refused", t.say(e).replaceFirst("\\.$", ""));
          row.found().forEach(found -> refuse(kind, row.key(), found, why));
          return;
        }
        halve(all.subList(0, all.size() / 2));
        halve(all.subList(all.size() / 2, all.size()));
      }
    }

    /** What stands in columns that have no place here is kept with what it stands beside. */
    private void keep(Row<T> row) {
      String target = kind.substring(0, kind.length() - 1);
      number
          .apply(row.sheet())
          .ifPresent(id ->
              rows.note(
                  SOURCE,
                  List.of(ImportRows.Outcome.kept(kind, row.key(), target, id, row.left()))));
      report.kept(kind, row.left().propertyNames());
    }
  }

  /** Each row is a sheet. */
  private final class Plain<T> implements Taking {
    private final Function<Fields, T> sheet;
    private final Function<T, String> key;
    private final Batch<T> batch;

    Plain(Function<Fields, T> sheet, Function<T, String> key, Batch<T> batch) {
      this.sheet = sheet;
      this.key = key;
      this.batch = batch;
    }

    @Override
    public void take(Found found, Fields row) {
      T made = sheet.apply(row);
      batch.add(new Row<>(List.of(found), key.apply(made), made, row.left()));
    }

    @Override
    public void end() {
      batch.flush();
    }
  }

  /** Rows that follow each other are the lines of one order, which is brought whole or not. */
  private final class Orders implements Taking {
    private static final String KIND = "orders";

    private final Batch<OrderSheet> batch =
        new Batch<>(
            KIND,
            sheets -> goods.enterOrders(sheets, Actor.OPERATOR),
            sheet -> goods.order(sheet.externalId()).map(Order::id));
    private final Set<String> told = new HashSet<>();
    private final Set<String> broken = new HashSet<>();
    private @Nullable Row<OrderSheet> open;

    @Override
    public void take(Found found, Fields row) {
      String number = found.fields().path("order").asString("").strip();
      if (broken.contains(number)) {
        refuse(KIND, number, found, new Unmapped("other-line", number));
        return;
      }
      try {
        take(found, sheet(row), row.left());
      } catch (Unmapped e) {
        refuse(KIND, number, found, e);
        if (!number.isEmpty() && !e.reason().equals("scattered")) {
          spoil(number);
        }
      }
    }

    private void spoil(String number) {
      broken.add(number);
      Row<OrderSheet> before = open;
      if (before != null && before.key().equals(number)) {
        before.found().forEach(f -> refuse(KIND, number, f, new Unmapped("other-line", number)));
        open = null;
      }
    }

    private void take(Found found, OrderSheet sheet, ObjectNode left) {
      Row<OrderSheet> before = open;
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
        open = new Row<>(all, before.key(), with(before.sheet(), lines), both);
        return;
      }
      if (!told.add(sheet.externalId())) {
        throw new Unmapped("scattered", sheet.externalId());
      }
      next(new Row<>(List.of(found), sheet.externalId(), sheet, left));
    }

    private void next(@Nullable Row<OrderSheet> row) {
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
          .or(() -> customers.recognise(amends.customers.Channel.EMAIL, numberOrAddress))
          .map(Customer::id)
          .orElseThrow(() -> new Unmapped("no-customer", numberOrAddress));
    }
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

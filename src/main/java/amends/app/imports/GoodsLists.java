package amends.app.imports;

import amends.customers.Customer;
import amends.customers.Customers;
import amends.goods.Goods;
import amends.goods.Order;
import amends.goods.OrderSheet;
import amends.goods.ProductSheet;
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
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Lists of what was sold to whom. The house knows each by its number, so a list can be told again:
 * what is equal changes nothing.
 */
final class GoodsLists {
  private static final int BATCH = 500;

  /** The columns that each kind of list must have. */
  static final Map<String, Set<String>> NEEDED =
      Map.of(
          "products", Set.of("external_id", "name"),
          "units", Set.of("product", "serial"),
          "orders", Set.of("order", "customer", "placed_at", "currency", "product", "price"));

  private final Goods goods;
  private final Customers customers;
  private final Texts.Voice t;
  private final Report report;

  GoodsLists(Goods goods, Customers customers, Texts texts, Report report) {
    this.goods = goods;
    this.customers = customers;
    this.t = texts.voice(Locale.ENGLISH, ZoneOffset.UTC);
    this.report = report;
  }

  /** One entry of a list, with the record that it began in. */
  private record Row<T>(Found found, T sheet) {}

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
                  new Batch<>(kind, sheets -> goods.enterProducts(sheets, Actor.OPERATOR))));
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
                  new Batch<>(kind, sheets -> goods.enterUnits(sheets, Actor.OPERATOR))));
      default -> each(kind, files, new Orders());
    }
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
                  report.refused(kind, found, e);
                }
              });
      taking.end();
    }
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
    private final List<Row<T>> waiting = new ArrayList<>();

    Batch(String kind, ToIntFunction<List<T>> enter) {
      this.kind = kind;
      this.enter = enter;
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

    private void halve(List<Row<T>> rows) {
      if (rows.isEmpty()) {
        return;
      }
      try {
        int changed = enter.applyAsInt(rows.stream().map(Row::sheet).toList());
        report.entered(kind, rows.size(), changed);
      } catch (Refusal e) {
        if (rows.size() == 1) {
          Unmapped why = new Unmapped("refused", t.say(e).replaceFirst("\\.$", ""));
          report.refused(kind, rows.getFirst().found(), why);
          return;
        }
        halve(rows.subList(0, rows.size() / 2));
        halve(rows.subList(rows.size() / 2, rows.size()));
      }
    }
  }

  /** Each row is a sheet. */
  private final class Plain<T> implements Taking {
    private final Function<Fields, T> sheet;
    private final Batch<T> batch;

    Plain(Function<Fields, T> sheet, Batch<T> batch) {
      this.sheet = sheet;
      this.batch = batch;
    }

    @Override
    public void take(Found found, Fields row) {
      batch.add(new Row<>(found, sheet.apply(row)));
    }

    @Override
    public void end() {
      batch.flush();
    }
  }

  /** Rows that follow each other are the lines of one order. */
  private final class Orders implements Taking {
    private final Batch<OrderSheet> batch =
        new Batch<>("orders", sheets -> goods.enterOrders(sheets, Actor.OPERATOR));
    private final Set<String> told = new HashSet<>();
    private @Nullable Row<OrderSheet> open;

    @Override
    public void take(Found found, Fields row) {
      OrderSheet sheet = sheet(row);
      Row<OrderSheet> before = open;
      if (before != null && before.sheet().externalId().equals(sheet.externalId())) {
        List<OrderSheet.Line> lines = new ArrayList<>(before.sheet().lines());
        lines.addAll(sheet.lines());
        open = new Row<>(before.found(), with(before.sheet(), lines));
        return;
      }
      if (!told.add(sheet.externalId())) {
        throw new Unmapped("scattered", sheet.externalId());
      }
      next(new Row<>(found, sheet));
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

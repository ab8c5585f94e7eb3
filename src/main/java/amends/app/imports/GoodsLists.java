package amends.app.imports;

import amends.customers.Customers;
import amends.goods.Goods;
import amends.goods.Product;
import amends.goods.ProductSheet;
import amends.goods.Unit;
import amends.goods.UnitSheet;
import amends.shared.Actor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Lists of what was sold to whom. The house knows each by its number, so a list can be told again:
 * what is equal changes nothing.
 */
final class GoodsLists {
  /** The columns that each kind of list must have. */
  static final Map<String, Set<String>> NEEDED =
      Map.of(
          "products", Set.of("external_id", "name"),
          "units", Set.of("product", "serial"),
          "orders", Set.of("order", "customer", "placed_at", "currency", "product", "price"));

  private final Goods goods;
  private final Customers customers;
  private final Keeping keeping;

  GoodsLists(Goods goods, Customers customers, Keeping keeping) {
    this.goods = goods;
    this.customers = customers;
    this.keeping = keeping;
  }

  void bring(String kind, List<Path> files) {
    switch (kind) {
      case "products" -> each(kind, files, products());
      case "units" -> each(kind, files, units());
      default -> each(kind, files, new OrderLists(goods, customers, keeping));
    }
  }

  private Keeping.Taking products() {
    return new Plain<>(
        row -> new ProductSheet(row.needed("external_id"), row.needed("name"), row.text("brand")),
        ProductSheet::externalId,
        keeping.batch(
            "products",
            sheets -> goods.enterProducts(sheets, Actor.OPERATOR),
            sheet -> goods.product(sheet.externalId()).map(Product::id)));
  }

  private Keeping.Taking units() {
    return new Plain<>(
        row ->
            new UnitSheet(
                row.needed("product"),
                row.needed("serial"),
                row.text("lot"),
                row.text("external_id")),
        sheet -> sheet.product() + " " + sheet.serial(),
        keeping.batch("units", sheets -> goods.enterUnits(sheets, Actor.OPERATOR), this::unit));
  }

  private Optional<Long> unit(UnitSheet sheet) {
    return goods.units(sheet.serial()).stream()
        .filter(unit -> unit.product().externalId().equals(sheet.product()))
        .map(Unit::id)
        .findFirst();
  }

  private void each(String kind, List<Path> files, Keeping.Taking taking) {
    for (Path file : files) {
      new CsvFile(NEEDED.getOrDefault(kind, Set.of()))
          .each(
              file,
              found -> {
                try {
                  taking.take(found, new Fields(found.fields()));
                } catch (Unmapped e) {
                  keeping.refuse(kind, key(kind, found), found, e);
                }
              });
      taking.end();
    }
  }

  /** What a row is known by once it can be read. */
  private static String key(String kind, Found found) {
    return kind.equals("products")
        ? text(found, "external_id")
        : text(found, "product") + " " + text(found, "serial");
  }

  private static String text(Found found, String name) {
    return found.fields().path(name).asString("").strip();
  }

  /** Each row is a sheet. */
  private static final class Plain<T> implements Keeping.Taking {
    private final Function<Fields, T> sheet;
    private final Function<T, String> key;
    private final Keeping.Batch<T> batch;

    Plain(Function<Fields, T> sheet, Function<T, String> key, Keeping.Batch<T> batch) {
      this.sheet = sheet;
      this.key = key;
      this.batch = batch;
    }

    @Override
    public void take(Found found, Fields row) {
      T made = sheet.apply(row);
      batch.add(new Keeping.Row<>(List.of(found), key.apply(made), made, row.left()));
    }

    @Override
    public void end() {
      batch.flush();
    }
  }
}

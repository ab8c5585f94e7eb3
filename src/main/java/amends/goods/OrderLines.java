package amends.goods;

import amends.shared.Money;
import amends.shared.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class OrderLines {
  private final JdbcClient sql;
  private final Products products;

  OrderLines(JdbcClient sql, Products products) {
    this.sql = sql;
    this.products = products;
  }

  /** A line as a row; {@code serial} in its normal form. */
  private record Row(
      long order, int number, long product, @Nullable String serial, int quantity, long price) {}

  /** Replaces the lines of these orders; answers which orders' lines were not so before. */
  Set<Long> enter(List<OrderSheet> sheets, Map<String, Long> orders) {
    List<Row> rows = rows(sheets, orders);
    refuseUnknownUnits(rows);
    Set<Long> changed = new HashSet<>(drop(rows, orders.values()));
    changed.addAll(upsert(rows));
    return changed;
  }

  private List<Row> rows(List<OrderSheet> sheets, Map<String, Long> orders) {
    Map<String, Product> known =
        products.all(
            sheets.stream()
                .flatMap(sheet -> sheet.lines().stream())
                .map(OrderSheet.Line::product)
                .toList());
    List<Row> rows = new ArrayList<>();
    for (OrderSheet sheet : sheets) {
      int number = 0;
      for (OrderSheet.Line line : sheet.lines()) {
        rows.add(
            new Row(
                Objects.requireNonNull(orders.get(sheet.externalId())),
                ++number,
                Objects.requireNonNull(known.get(line.product())).id(),
                line.serial() == null ? null : Units.norm(line.serial()),
                line.quantity(),
                line.price().minor()));
      }
    }
    return rows;
  }

  private void refuseUnknownUnits(List<Row> rows) {
    sql.sql(
            """
            select s.serial from unnest(cast(:products as bigint[]), cast(:serials as text[]))
              as s(product_id, serial)
            where s.serial is not null and not exists (select from unit u
              where u.product_id = s.product_id and u.serial_norm = s.serial)
            order by 1 limit 1
            """)
        .param("products", rows.stream().map(Row::product).toArray(Long[]::new))
        .param("serials", Products.column(rows, Row::serial))
        .query(String.class)
        .optional()
        .ifPresent(serial -> {
          throw new Refusal("serial", "goods.refuse.unit", serial);
        });
  }

  private List<Long> drop(List<Row> rows, Collection<Long> orders) {
    return sql.sql(
            """
            delete from order_line l where l.order_id = any(:all) and not exists (
              select from unnest(cast(:orders as bigint[]), cast(:numbers as int[]))
                as s(order_id, line_no)
              where s.order_id = l.order_id and s.line_no = l.line_no)
            returning l.order_id
            """)
        .param("all", orders.toArray(Long[]::new))
        .param("orders", rows.stream().map(Row::order).toArray(Long[]::new))
        .param("numbers", rows.stream().map(Row::number).toArray(Integer[]::new))
        .query(Long.class)
        .list();
  }

  private List<Long> upsert(List<Row> rows) {
    return sql.sql(
            """
            insert into order_line as old
              (order_id, line_no, product_id, unit_id, quantity, price_minor)
            select s.order_id, s.line_no, s.product_id, u.id, s.quantity, s.price
            from unnest(cast(:orders as bigint[]), cast(:numbers as int[]),
              cast(:products as bigint[]), cast(:serials as text[]), cast(:quantities as int[]),
              cast(:prices as bigint[])) as s(order_id, line_no, product_id, serial, quantity, price)
            left join unit u on u.product_id = s.product_id and u.serial_norm = s.serial
            on conflict (order_id, line_no) do update set product_id = excluded.product_id,
              unit_id = excluded.unit_id, quantity = excluded.quantity,
              price_minor = excluded.price_minor
            where (old.product_id, old.unit_id, old.quantity, old.price_minor) is distinct from
              (excluded.product_id, excluded.unit_id, excluded.quantity, excluded.price_minor)
            returning order_id
            """)
        .param("orders", rows.stream().map(Row::order).toArray(Long[]::new))
        .param("numbers", rows.stream().map(Row::number).toArray(Integer[]::new))
        .param("products", rows.stream().map(Row::product).toArray(Long[]::new))
        .param("serials", Products.column(rows, Row::serial))
        .param("quantities", rows.stream().map(Row::quantity).toArray(Integer[]::new))
        .param("prices", rows.stream().map(Row::price).toArray(Long[]::new))
        .query(Long.class)
        .list();
  }

  private record Placed(long order, Order.Line line) {}

  Map<Long, List<Order.Line>> of(Collection<Long> orders) {
    return sql
        .sql(
            """
            select %s, l.order_id, l.line_no, l.quantity, l.price_minor, o.currency
            from order_line l join purchase_order o on o.id = l.order_id
            join product p on p.id = l.product_id
            left join unit u on u.id = l.unit_id left join lot t on t.id = u.lot_id
            where l.order_id = any(:orders) order by l.order_id, l.line_no
            """
                .formatted(Units.COLUMNS))
        .param("orders", orders.toArray(Long[]::new))
        .query(OrderLines::read)
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Placed::order, Collectors.mapping(Placed::line, Collectors.toList())));
  }

  private static Placed read(ResultSet rs, int n) throws SQLException {
    Order.Line line =
        new Order.Line(
            rs.getInt("line_no"),
            Products.read(rs, n),
            rs.getString("serial") == null ? null : Units.read(rs, n),
            rs.getInt("quantity"),
            new Money(rs.getLong("price_minor"), rs.getString("currency")));
    return new Placed(rs.getLong("order_id"), line);
  }
}

package amends.goods;

import amends.shared.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was sold, as other systems list it: in the order in which it was entered. */
@Component
public final class GoodsList {
  private final JdbcClient sql;
  private final Orders orders;
  private final Units units;

  GoodsList(JdbcClient sql, Orders orders, Units units) {
    this.sql = sql;
    this.orders = orders;
    this.units = units;
  }

  /** Products behind the given number. */
  public List<Product> products(@Nullable String externalId, long after, int most) {
    return sql.sql(
            "select %s from product p where p.id > :after".formatted(Products.COLUMNS)
                + (externalId == null ? "" : " and p.external_id = :externalId")
                + " order by p.id limit :most")
        .param("after", after)
        .param("externalId", externalId)
        .param("most", most)
        .query(Products::read)
        .list();
  }

  /**
   * Which units.
   *
   * @param product the product's external id
   * @param lot the lot's code
   */
  public record UnitsWanted(
      @Nullable String externalId,
      @Nullable String serial,
      @Nullable String product,
      @Nullable String lot) {}

  public List<Unit> units(UnitsWanted wanted, long after, int most) {
    String serial = wanted.serial();
    return units.units(
        ids(
            "select u.id from unit u join product p on p.id = u.product_id"
                + " left join lot l on l.id = u.lot_id where u.id > :after"
                + (wanted.externalId() == null ? "" : " and u.external_id = :externalId")
                + (serial == null ? "" : " and u.serial_norm = :serial")
                + (wanted.product() == null ? "" : " and p.external_id = :product")
                + (wanted.lot() == null ? "" : " and l.code = :lot")
                + " order by u.id limit :most",
            params(
                after,
                most,
                "externalId",
                wanted.externalId(),
                "serial",
                serial == null ? null : Units.norm(serial),
                "product",
                wanted.product(),
                "lot",
                wanted.lot())));
  }

  /**
   * Which orders.
   *
   * @param serial of a unit in one of its lines
   */
  public record OrdersWanted(
      @Nullable String externalId,
      @Nullable Long customer,
      @Nullable String serial,
      @Nullable Instant placedSince) {}

  public List<Order> orders(OrdersWanted wanted, long after, int most) {
    String serial = wanted.serial();
    return orders.ordersById(
        ids(
            "select o.id from purchase_order o where o.id > :after"
                + (wanted.externalId() == null ? "" : " and o.external_id = :externalId")
                + (wanted.customer() == null ? "" : " and o.customer_id = :customer")
                + (wanted.placedSince() == null ? "" : " and o.placed_at >= :since")
                + (serial == null
                    ? ""
                    : " and o.id in (select l.order_id from order_line l join unit u on u.id = l.unit_id where u.serial_norm = :serial)")
                + " order by o.id limit :most",
            params(
                after,
                most,
                "externalId",
                wanted.externalId(),
                "customer",
                wanted.customer(),
                "since",
                Sql.atOrNull(wanted.placedSince()),
                "serial",
                serial == null ? null : Units.norm(serial))));
  }

  private List<Long> ids(String statement, Map<String, @Nullable Object> params) {
    return new ArrayList<>(sql.sql(statement).params(params).query(Long.class).list());
  }

  private static Map<String, @Nullable Object> params(
      long after, int most, @Nullable Object... named) {
    Map<String, @Nullable Object> params = new HashMap<>();
    params.put("after", after);
    params.put("most", most);
    for (int i = 0; i < named.length; i += 2) {
      params.put(String.valueOf(named[i]), named[i + 1]);
    }
    return params;
  }
}

package amends.goods;

import amends.shared.Plain;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looking for what somebody speaks of: an order's number, a plate's, a product's name. */
@Component
final class Shelf {
  private final JdbcClient sql;
  private final Orders orders;
  private final Units units;

  Shelf(JdbcClient sql, Orders orders, Units units) {
    this.sql = sql;
    this.orders = orders;
    this.units = units;
  }

  List<Thing> find(String text, int most) {
    String typed = Plain.line(text);
    if (typed.isEmpty()) {
      return List.of();
    }
    List<Thing> found = new ArrayList<>(orders.ordersById(orderIds(typed, most)));
    found.addAll(units.units(unitIds(typed, most)));
    found.addAll(products(typed, most));
    return found.stream().limit(most).toList();
  }

  private List<Long> orderIds(String typed, int most) {
    return sql.sql(
            """
            select id from purchase_order where external_id like :number
            order by external_id limit :most
            """)
        .param("number", Plain.beginning(typed))
        .param("most", most)
        .query(Long.class)
        .list();
  }

  private List<Long> unitIds(String typed, int most) {
    String norm = Units.norm(typed);
    return norm.isEmpty()
        ? List.of()
        : sql.sql(
                "select id from unit where serial_norm like :number order by serial_norm limit :most")
            .param("number", Plain.beginning(norm))
            .param("most", most)
            .query(Long.class)
            .list();
  }

  private List<Product> products(String typed, int most) {
    return sql.sql(
            """
            select %s from product p
            where p.external_id like :number or (:query <> ''
              and to_tsvector('simple', p.name_folded) @@ to_tsquery('simple', :query))
            order by p.name_folded, p.id limit :most
            """
                .formatted(Products.COLUMNS))
        .param("number", Plain.beginning(typed))
        .param("query", Plain.beginnings(typed))
        .param("most", most)
        .query(Products::read)
        .list();
  }
}

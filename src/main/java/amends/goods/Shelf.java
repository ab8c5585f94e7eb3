package amends.goods;

import amends.shared.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looking for what somebody speaks of: an order's number, a plate's, a product's name. */
@Component
final class Shelf {
  private static final int SHORTEST_ENDING = 4;

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
            select id from (
              (select id, 0 as place from purchase_order where upper(external_id) like :number
               limit :most)
              union all
              (select id, 1 from purchase_order
               where :ending <> '' and reverse(upper(external_id)) like :ending limit :most)) as o
            group by id order by min(place), id desc limit :most
            """)
        .param("number", Plain.beginning(typed.toUpperCase(Locale.ROOT)))
        .param("ending", ending(typed.toUpperCase(Locale.ROOT)))
        .param("most", most)
        .query(Long.class)
        .list();
  }

  private List<Long> unitIds(String typed, int most) {
    String norm = Units.norm(typed);
    return norm.isEmpty()
        ? List.of()
        : sql.sql(
                """
                select id from (
                  (select id, 0 as place from unit where serial_norm like :number limit :most)
                  union all
                  (select id, 1 from unit
                   where :ending <> '' and reverse(serial_norm) like :ending limit :most)) as u
                group by id order by min(place), id desc limit :most
                """)
            .param("number", Plain.beginning(norm))
            .param("ending", ending(norm))
            .param("most", most)
            .query(Long.class)
            .list();
  }

  /** The last characters of a number, backwards as their index has them; "" when too few. */
  private static String ending(String typed) {
    return typed.length() < SHORTEST_ENDING || !typed.chars().anyMatch(Character::isDigit)
        ? ""
        : Plain.beginning(new StringBuilder(typed).reverse().toString());
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

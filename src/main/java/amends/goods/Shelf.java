package amends.goods;

import amends.shared.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looking for what somebody speaks of: an order's number, a plate's, a product's name. */
@Component
final class Shelf {
  private static final int SHORTEST_ENDING = 4;

  /**
   * What is not looked for is null and finds nothing, so that one plan serves all that is typed.
   */
  private static final String LOOKS =
      """
      (select true, id, 0 from purchase_order
       where upper(external_id) ~>=~ :number and upper(external_id) ~<~ :numberEnd limit {most})
      union all
      (select true, id, 1 from purchase_order
       where reverse(upper(external_id)) ~>=~ :ending
         and reverse(upper(external_id)) ~<~ :endingEnd limit {most})
      union all
      (select false, id, 0 from unit
       where serial_norm ~>=~ :serial and serial_norm ~<~ :serialEnd limit {most})
      union all
      (select false, id, 1 from unit
       where reverse(serial_norm) ~>=~ :serialEnding
         and reverse(serial_norm) ~<~ :serialEndingEnd limit {most})
      """;

  private final JdbcClient sql;
  private final Orders orders;
  private final Units units;

  Shelf(JdbcClient sql, Orders orders, Units units) {
    this.sql = sql;
    this.orders = orders;
    this.units = units;
  }

  List<Thing> find(String text, int most) {
    List<Thing> found = new ArrayList<>(sold(text, most));
    String typed = Plain.line(text);
    if (!typed.isEmpty()) {
      found.addAll(products(typed, most));
    }
    return found.stream().limit(most).toList();
  }

  /** Orders and units alone. */
  List<Thing> sold(String text, int most) {
    String typed = Plain.line(text);
    if (typed.isEmpty()) {
      return List.of();
    }
    List<Numbered> numbered = numbered(typed, most);
    List<Long> orderIds = ids(numbered, true, most);
    List<Long> unitIds = ids(numbered, false, most);
    List<Thing> found = new ArrayList<>();
    if (!orderIds.isEmpty()) {
      found.addAll(orders.ordersById(orderIds));
    }
    if (!unitIds.isEmpty()) {
      found.addAll(units.units(unitIds));
    }
    return found.stream().limit(most).toList();
  }

  private record Numbered(boolean order, long id) {}

  private static List<Long> ids(List<Numbered> numbered, boolean order, int most) {
    return numbered.stream().filter(n -> n.order() == order).map(Numbered::id).limit(most).toList();
  }

  /** Of each kind what begins so before what ends so, and of these what came last. */
  private List<Numbered> numbered(String typed, int most) {
    String number = typed.toUpperCase(Locale.ROOT);
    String norm = Units.norm(typed);
    String serial = norm.isEmpty() ? null : norm;
    return sql.sql(
            """
            select is_order, id from (%s) as look(is_order, id, place)
            group by is_order, id order by is_order, min(place), id desc
            """
                .formatted(LOOKS.replace("{most}", Integer.toString(most))))
        .param("number", number)
        .param("numberEnd", Plain.beyond(number))
        .param("ending", ending(number))
        .param("endingEnd", Plain.beyond(ending(number)))
        .param("serial", serial)
        .param("serialEnd", Plain.beyond(serial))
        .param("serialEnding", ending(norm))
        .param("serialEndingEnd", Plain.beyond(ending(norm)))
        .query((rs, n) -> new Numbered(rs.getBoolean("is_order"), rs.getLong("id")))
        .list();
  }

  /** The last characters of a number, backwards as their index has them; null when too few. */
  private static @Nullable String ending(String typed) {
    return typed.length() < SHORTEST_ENDING || !typed.chars().anyMatch(Character::isDigit)
        ? null
        : new StringBuilder(typed).reverse().toString();
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

package amends.customers;

import amends.shared.Plain;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looking for somebody by what a colleague has at hand. */
@Component
final class Finder {
  private final JdbcClient sql;

  Finder(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Each of the three looks has its own index and its own limit, so that a common beginning costs
   * no more than a rare one.
   */
  List<Customer> find(String text, int most) {
    String typed = Plain.line(text);
    String query = Plain.beginnings(typed);
    if (typed.isEmpty()) {
      return List.of();
    }
    return sql.sql(
            """
            with hit as (
              (select id, 0 as place from customer where external_id = :typed)
              union all
              (select customer_id, 1 from contact_point
               where dead_at is null and (address_norm like :address or address_norm like :number)
               limit :most)
              union all
              (select id, 2 from customer
               where :query <> '' and to_tsvector('simple', name_folded) @@ to_tsquery('simple', :query)
                 and merged_into is null
               limit :most)),
            best as (
              select coalesce(m.merged_into, m.id) as id, min(hit.place) as place
              from hit join customer m on m.id = hit.id group by 1)
            select %s from best join customer c on c.id = best.id
            order by best.place, c.name_folded, c.id limit :most
            """
                .formatted(Rows.CUSTOMER))
        .param("typed", typed)
        .param("address", Plain.beginning(typed.toLowerCase(Locale.ROOT)))
        .param("number", number(typed))
        .param("query", query)
        .param("most", most)
        .query(Rows::customer)
        .list();
  }

  private static String number(String typed) {
    return Address.read(Channel.PHONE, typed)
        .map(address -> Plain.beginning(address.norm()))
        .orElse(Plain.beginning(typed.toLowerCase(Locale.ROOT)));
  }
}

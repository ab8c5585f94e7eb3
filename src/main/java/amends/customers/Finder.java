package amends.customers;

import amends.customers.NameWords.Nearness;
import amends.shared.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looking for somebody by what a colleague has at hand. */
@Component
final class Finder {
  private static final int FEW = 3;

  /**
   * Each look has its own index and its own limit: a common beginning costs no more than a rare.
   */
  private static final String NUMBER =
      "(select id, 0 as place, cast(null as text) as address from customer where external_id = :typed)";

  private static final String BEGINNING =
      """
      (select customer_id, 1, address from contact_point
       where dead_at is null and (address_norm like :beginning or address_norm like :number)
       limit :most)
      """;
  private static final String ENDING =
      """
      (select customer_id, 1, address from contact_point
       where dead_at is null and reverse(address_norm) like :ending
       limit :most)
      """;
  private static final String NAME =
      """
      (select id, %d, null from customer
       where to_tsvector('simple', name_folded) @@ to_tsquery('simple', :query)
         and merged_into is null
       limit :most)
      """;

  private final JdbcClient sql;
  private final NameWords words;

  Finder(JdbcClient sql, NameWords words) {
    this.sql = sql;
    this.words = words;
  }

  /**
   * Names that only resemble are looked for where little else was found, and nothing surer; those
   * that are farther from what was typed where nothing else was.
   */
  List<Match> find(String text, int most) {
    String typed = Plain.line(text);
    if (typed.isEmpty()) {
      return List.of();
    }
    String query = NameWords.beginnings(typed);
    List<Match> found = new ArrayList<>(look(looks(typed, query), typed, query, most));
    if (found.size() < FEW && found.stream().allMatch(match -> match.how() == Match.How.NAME)) {
      addResembling(found, typed, Nearness.ONE_LETTER, most);
    }
    if (found.isEmpty()) {
      addResembling(found, typed, Nearness.SHARED_LETTERS, most);
    }
    return found.stream().limit(most).toList();
  }

  private void addResembling(List<Match> found, String typed, Nearness nearness, int most) {
    String resembling = words.resembling(typed, nearness);
    if (!resembling.isEmpty()) {
      String look = NAME.formatted(Match.How.RESEMBLING.ordinal());
      look(List.of(look), typed, resembling, most).stream()
          .filter(match -> found.stream().noneMatch(f -> f.customer().equals(match.customer())))
          .forEach(found::add);
    }
  }

  private static List<String> looks(String typed, String query) {
    List<String> looks = new ArrayList<>(List.of(NUMBER, BEGINNING));
    if (!Endings.of(typed).isEmpty()) {
      looks.add(ENDING);
    }
    if (!query.isEmpty()) {
      looks.add(NAME.formatted(Match.How.NAME.ordinal()));
    }
    return looks;
  }

  private List<Match> look(List<String> looks, String typed, String query, int most) {
    return sql.sql(
            """
            with hit as (%s),
            best as (
              select coalesce(m.merged_into, m.id) as id, min(hit.place) as place,
                min(hit.address) as address
              from hit join customer m on m.id = hit.id group by 1)
            select %s, best.place, best.address
            from best join customer c on c.id = best.id
            order by best.place, c.name_folded, c.id limit :most
            """
                .formatted(named(looks), Rows.CUSTOMER))
        .param("typed", typed)
        .param("beginning", Plain.beginning(typed.toLowerCase(Locale.ROOT)))
        .param("number", number(typed))
        .param("ending", Plain.beginning(Endings.of(typed)))
        .param("query", query)
        .param("most", most)
        .query((rs, n) ->
            new Match(
                Rows.customer(rs, n),
                Match.How.values()[rs.getInt("place")],
                rs.getString("address")))
        .list();
  }

  private static String named(List<String> looks) {
    return "select * from ("
        + String.join(" union all ", looks)
        + ") as looked(id, place, address)";
  }

  private static String number(String typed) {
    return Address.read(Channel.PHONE, typed)
        .map(address -> Plain.beginning(address.norm()))
        .orElse(Plain.beginning(typed.toLowerCase(Locale.ROOT)));
  }
}

package amends.customers;

import amends.customers.NameWords.Nearness;
import amends.shared.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looking for somebody by what a colleague has at hand. */
@Component
final class Finder {
  private static final int FEW = 3;

  /**
   * Each look has its own index and its own limit: a common beginning costs no more than a rare.
   * What is not looked for is null and finds nothing, so that one plan serves all that is typed.
   */
  private static final String LOOKS =
      """
      (select id, 0, cast(null as text) from customer where external_id = :typed)
      union all
      (select customer_id, 1, address from contact_point
       where dead_at is null and address_norm ~>=~ :beginning and address_norm ~<~ :beginningEnd
       limit {most})
      union all
      (select customer_id, 1, address from contact_point
       where dead_at is null and address_norm ~>=~ :number and address_norm ~<~ :numberEnd
       limit {most})
      union all
      (select customer_id, 1, address from contact_point
       where dead_at is null and reverse(address_norm) ~>=~ :ending
         and reverse(address_norm) ~<~ :endingEnd
       limit {most})
      union all
      """;

  private static final String NAME =
      """
      (select id, %d, cast(null as text) from customer
       where to_tsvector('simple', name_folded) @@ to_tsquery('simple', :query)
         and merged_into is null
       limit {most})
      """;

  private final JdbcClient sql;
  private final NameWords words;

  Finder(JdbcClient sql, NameWords words) {
    this.sql = sql;
    this.words = words;
  }

  /** Names one letter apart are looked for where little else was found, and nothing surer. */
  List<Match> find(String text, int most) {
    String typed = Plain.line(text);
    if (typed.isEmpty()) {
      return List.of();
    }
    String query = NameWords.beginnings(typed);
    List<Match> found = new ArrayList<>(look(LOOKS, Match.How.NAME, typed, query, most));
    if (found.size() < FEW && found.stream().allMatch(match -> match.how() == Match.How.NAME)) {
      addResembling(found, typed, Nearness.ONE_LETTER, most);
    }
    return found.stream().limit(most).toList();
  }

  /** Names that are farther from what was typed. */
  List<Match> farther(String text, int most) {
    List<Match> found = new ArrayList<>();
    addResembling(found, Plain.line(text), Nearness.SHARED_LETTERS, most);
    return found;
  }

  private void addResembling(List<Match> found, String typed, Nearness nearness, int most) {
    String resembling = words.resembling(typed, nearness);
    if (!resembling.isEmpty()) {
      look("", Match.How.RESEMBLING, typed, resembling, most).stream()
          .filter(match -> found.stream().noneMatch(f -> f.customer().equals(match.customer())))
          .forEach(found::add);
    }
  }

  private List<Match> look(String looks, Match.How byName, String typed, String query, int most) {
    String beginning = typed.toLowerCase(Locale.ROOT);
    String number = number(typed);
    String ending = Endings.of(typed).isEmpty() ? null : Endings.of(typed);
    return sql.sql(
            """
            with hit(id, place, address) as (%s),
            best as (
              select coalesce(m.merged_into, m.id) as id, min(hit.place) as place,
                min(hit.address) as address
              from hit join customer m on m.id = hit.id group by 1)
            select %s, best.place, best.address
            from best join customer c on c.id = best.id
            order by best.place, c.name_folded, c.id limit {most}
            """
                .formatted(looks + NAME.formatted(byName.ordinal()), Rows.CUSTOMER)
                .replace("{most}", Integer.toString(most)))
        .param("typed", typed)
        .param("beginning", beginning)
        .param("beginningEnd", Plain.beyond(beginning))
        .param("number", number)
        .param("numberEnd", Plain.beyond(number))
        .param("ending", ending)
        .param("endingEnd", Plain.beyond(ending))
        .param("query", query.isEmpty() ? null : query)
        .query((rs, n) ->
            new Match(
                Rows.customer(rs, n),
                Match.How.values()[rs.getInt("place")],
                rs.getString("address")))
        .list();
  }

  private static @Nullable String number(String typed) {
    return Address.read(Channel.PHONE, typed)
        .map(Address::norm)
        .filter(norm -> !norm.equals(typed.toLowerCase(Locale.ROOT)))
        .orElse(null);
  }
}

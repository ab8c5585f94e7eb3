package amends.messages.broadcast;

import amends.messages.Places;
import amends.messages.broadcast.Broadcasts.Name;
import amends.shared.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps people who were named one by one, until the list is made of them. */
@Component
final class Naming {
  private static final int AT_ONCE = 5_000;
  private static final int MOST = 1_000_000;

  private final JdbcClient sql;
  private final JsonMapper json = JsonMapper.builder().build();

  Naming(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Reads lines: each names one person; a heading line names further columns.
   *
   * @throws Refusal of the field {@code list} when nobody is named
   */
  static List<Name> read(String typed) {
    List<List<String>> rows = Lines.of(typed);
    if (rows.isEmpty()) {
      throw new Refusal(Named.LIST, "messages.broadcast.refusal.named");
    }
    boolean headed = rows.getFirst().size() > 1;
    List<String> heads = headed ? rows.getFirst() : List.of();
    List<Name> all = new ArrayList<>();
    for (List<String> row : headed ? rows.subList(1, rows.size()) : rows) {
      Map<String, String> own = new LinkedHashMap<>();
      for (int i = 1; i < Math.min(heads.size(), row.size()); i++) {
        String name = Places.plain(heads.get(i));
        if (!name.isEmpty() && !row.get(i).isBlank()) {
          own.put(name, row.get(i).strip());
        }
      }
      if (!row.getFirst().isBlank()) {
        all.add(new Name(row.getFirst().strip(), own));
      }
    }
    return all;
  }

  /** Exactly these. */
  int keep(long broadcast, List<Name> all) {
    if (all.isEmpty() || all.size() > MOST) {
      throw new Refusal(Named.LIST, "messages.broadcast.refusal.named");
    }
    sql.sql("delete from broadcast_named where broadcast_id = :id").param("id", broadcast).update();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<Name> part = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      sql.sql(
              """
              insert into broadcast_named (broadcast_id, no, given, own)
              select :id, :from + n, given, cast(own as jsonb)
              from unnest(cast(:given as text[]), cast(:own as text[])) with ordinality as a(given, own, n)
              """)
          .param("id", broadcast)
          .param("from", from)
          .param("given", part.stream().map(Name::given).toArray(String[]::new))
          .param("own", part.stream().map(this::own).toArray(String[]::new))
          .update();
    }
    return all.size();
  }

  private @Nullable String own(Name one) {
    return one.own().isEmpty() ? null : json.writeValueAsString(one.own());
  }

  /** Lines that name nobody we know, the first of them. */
  List<String> unknown(long broadcast, int most) {
    return sql.sql(
            """
            select n.given from broadcast_named n where n.broadcast_id = :id
              and not exists (select from customers_v_customer c where c.external_id = n.given)
              and not exists (select from customers_v_customer c
                where n.given ~ '^[0-9]{1,18}$' and c.id = case when n.given ~ '^[0-9]{1,18}$'
                  then cast(n.given as bigint) end)
              and not exists (select from customers_v_contact k where k.channel = 'email'
                and k.address_norm = lower(n.given) and k.dead_at is null)
            order by n.no limit :most
            """)
        .param("id", broadcast)
        .param("most", most)
        .query(String.class)
        .list();
  }
}

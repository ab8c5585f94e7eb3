package amends.messages.broadcast;

import amends.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Those on a list, and what has become of each. */
@Component
final class People {
  private static final TypeReference<Map<String, String>> OWN = new TypeReference<>() {};

  private static final String STATE =
      """
      case when d.id is null and p.channel is null then 'unreached'
        when d.id is null then 'coming'
        when d.accepted_at is not null and d.failed_at is null then 'reached'
        when d.failed_at is not null then 'unreached'
        when d.suppressed_why is not null then 'suppressed'
        else 'coming' end\
      """;

  private static final String ROWS =
      """
      select * from (
        select p.no, p.customer_id, c.name, coalesce(d.channel, p.channel) as channel,
          coalesce(d.address, p.address) as address, p.case_id, p.own,
          coalesce(d.suppressed_why, p.left_out) as why, d.failed_why, d.accepted_at, d.ready_at,
          d.after_id is not null as again,
      """
          + STATE
          + """
               as state
            from broadcast_person p
            join broadcast b on b.id = p.broadcast_id
            join customers_v_customer c on c.id = p.customer_id
            left join lateral (select * from delivery l
              where l.message_id = b.message_id and l.customer_id = p.customer_id
              order by l.id desc limit 1) d on true
            where p.broadcast_id = :id and p.no > :after) one
          """;

  private final JdbcClient sql;
  private final JsonMapper json = JsonMapper.builder().build();

  People(JdbcClient sql) {
    this.sql = sql;
  }

  /** One page, in the order of the list; all of them or those in one state. */
  List<Recipient> page(long broadcast, Recipient.@Nullable State state, int after, int most) {
    return sql.sql(
            ROWS + " where cast(:state as text) is null or state = :state order by no limit :most")
        .param("id", broadcast)
        .param("after", after)
        .param("state", state == null ? null : state.code(), java.sql.Types.VARCHAR)
        .param("most", most)
        .query(this::recipient)
        .list();
  }

  /** Three of them, spread over the list, and the one with the longest name. */
  List<Recipient> samples(long broadcast) {
    return sql.sql(
            ROWS
                + """
                 where no in (
                   (select min(no) from broadcast_person where broadcast_id = :id and channel is not null),
                   (select no from broadcast_person where broadcast_id = :id and channel is not null
                     and no >= (select max(no) / 2 from broadcast_person where broadcast_id = :id)
                     order by no limit 1),
                   (select max(no) from broadcast_person where broadcast_id = :id and channel is not null),
                   (select p.no from broadcast_person p join customers_v_customer c on c.id = p.customer_id
                     where p.broadcast_id = :id and p.channel is not null
                     order by length(c.name) desc, p.no limit 1))
                 order by no
                """)
        .param("id", broadcast)
        .param("after", 0)
        .query(this::recipient)
        .list();
  }

  private Recipient recipient(ResultSet rs, int n) throws SQLException {
    String own = rs.getString("own");
    return new Recipient(
        rs.getInt("no"),
        rs.getLong("customer_id"),
        rs.getString("name"),
        rs.getString("channel"),
        rs.getString("address"),
        Sql.longOrNull(rs, "case_id"),
        own == null ? Map.of() : json.readValue(own, OWN),
        Recipient.State.valueOf(rs.getString("state").toUpperCase(Locale.ROOT)),
        rs.getString("why"),
        rs.getString("failed_why"),
        rs.getBoolean("again"),
        at(rs));
  }

  private static @Nullable Instant at(ResultSet rs) throws SQLException {
    Instant accepted = Sql.instantOrNull(rs, "accepted_at");
    return accepted == null ? Sql.instantOrNull(rs, "ready_at") : accepted;
  }

  /** How many are reached by which channel. */
  Map<String, Integer> byChannel(long broadcast) {
    Map<String, Integer> many = new HashMap<>();
    sql.sql(
            """
            select channel, count(*) from broadcast_person
            where broadcast_id = :id and channel is not null group by channel
            """)
        .param("id", broadcast)
        .query(rs -> {
          many.put(rs.getString(1), rs.getInt(2));
        });
    return many;
  }

  /** What the words may name of its people only. */
  List<String> ownNames(long broadcast) {
    return sql.sql(
            """
            select distinct k from (
              (select own from broadcast_named where broadcast_id = :id order by no limit 100)
              union all
              (select own from broadcast_person where broadcast_id = :id order by no limit 100)) n
            cross join lateral jsonb_object_keys(n.own) as k order by k
            """)
        .param("id", broadcast)
        .query(String.class)
        .list();
  }

  /** How many lack a value for one of these. */
  int lacking(long broadcast, Collection<String> names) {
    return sql.sql(
            """
            select count(*) from broadcast_person where broadcast_id = :id and channel is not null
              and not coalesce(jsonb_exists_all(own, :names), false)
            """)
        .param("id", broadcast)
        .param("names", names.toArray(String[]::new))
        .query(Integer.class)
        .single();
  }
}

package amends.messages;

import amends.shared.Sql;
import amends.shared.Upkeep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The providers as rows. */
@Component
final class ConnectionRows {
  private static final String ALL =
      """
      select id, kind, channel, name, brand_id, url, account, sender, per_minute,
        locked is not null as has_secret, off_at, paused_until, failing, worked_at, trouble,
        trouble_at
      from connection
      """;

  private final JdbcClient sql;
  private final Upkeep upkeep;

  ConnectionRows(JdbcClient sql) {
    this.sql = sql;
    this.upkeep = new Upkeep(sql, "connection");
  }

  /** Whether they are on, and how it goes with them. */
  Upkeep upkeep() {
    return upkeep;
  }

  List<Connection> all() {
    return sql.sql(ALL + " order by id").query(ConnectionRows::connection).list();
  }

  /** Those that are on and carry it, a brand's own before the others. */
  List<Connection> on(Medium medium) {
    return sql.sql(
            ALL + " where channel = :channel and off_at is null order by brand_id is null, id")
        .param("channel", medium.code())
        .query(ConnectionRows::connection)
        .list();
  }

  Optional<Connection> find(long id) {
    return sql.sql(ALL + " where id = :id")
        .param("id", id)
        .query(ConnectionRows::connection)
        .optional();
  }

  long add(Connection.Draft draft, Medium medium, byte @Nullable [] locked, Instant now) {
    return sql.sql(
            """
            insert into connection (kind, channel, name, brand_id, url, account, sender, locked,
              per_minute, made_at)
            values (:kind, :channel, :name, :brand, :url, :account, :sender, :locked, :perMinute,
              :now)
            returning id
            """)
        .param("kind", draft.kind())
        .param("channel", medium.code())
        .param("name", draft.name())
        .param("brand", draft.brandId())
        .param("url", draft.url())
        .param("account", draft.account())
        .param("sender", draft.sender())
        .param("locked", locked)
        .param("perMinute", draft.perMinute())
        .param("now", Sql.at(now))
        .query(Long.class)
        .single();
  }

  void change(long id, Connection.Draft draft, byte @Nullable [] locked) {
    sql.sql(
            """
            update connection set name = :name, brand_id = :brand, url = :url, account = :account,
              sender = :sender, per_minute = :perMinute, locked = coalesce(:locked, locked),
              failing = 0, paused_until = null, trouble = null, trouble_at = null
            where id = :id
            """)
        .param("name", draft.name())
        .param("brand", draft.brandId())
        .param("url", draft.url())
        .param("account", draft.account())
        .param("sender", draft.sender())
        .param("perMinute", draft.perMinute())
        .param("locked", locked, java.sql.Types.BINARY)
        .param("id", id)
        .update();
  }

  Optional<byte[]> locked(long id) {
    return sql.sql("select locked from connection where id = :id and locked is not null")
        .param("id", id)
        .query((rs, n) -> rs.getBytes("locked"))
        .optional();
  }

  Optional<String> readTo(long id) {
    return sql.sql("select read_to from connection where id = :id and read_to is not null")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  void readTo(long id, String mark) {
    sql.sql("update connection set read_to = :mark where id = :id")
        .param("mark", mark)
        .param("id", id)
        .update();
  }

  /** How many wait for each, and since when the oldest does. */
  record Queue(long connectionId, long waiting, @Nullable Instant oldest) {}

  List<Queue> queues() {
    return sql.sql(
            """
            select connection_id, count(*) as waiting, min(ready_at) as oldest from delivery
            where done_at is null and connection_id is not null group by connection_id
            """)
        .query((rs, n) ->
            new Queue(
                rs.getLong("connection_id"),
                rs.getLong("waiting"),
                Sql.instantOrNull(rs, "oldest")))
        .list();
  }

  private static Connection connection(ResultSet rs, int n) throws SQLException {
    return new Connection(
        rs.getLong("id"),
        rs.getString("kind"),
        Medium.of(rs.getString("channel")),
        rs.getString("name"),
        Sql.longOrNull(rs, "brand_id"),
        rs.getString("url"),
        rs.getString("account"),
        rs.getString("sender"),
        rs.getInt("per_minute"),
        rs.getBoolean("has_secret"),
        Sql.instantOrNull(rs, "off_at"),
        Sql.instantOrNull(rs, "paused_until"),
        rs.getInt("failing"),
        Sql.instantOrNull(rs, "worked_at"),
        rs.getString("trouble"),
        Sql.instantOrNull(rs, "trouble_at"));
  }
}

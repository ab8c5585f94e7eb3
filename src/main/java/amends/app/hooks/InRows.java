package amends.app.hooks;

import amends.shared.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The doors and what came to them, as rows. */
final class InRows {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int SHOWN = 4000;
  private static final String ALL =
      """
      select id, name, label, style, target, cast(mapping as text) as mapping, token_id, team_id,
        off_at
      from hook_in
      """;

  private final JdbcClient sql;

  InRows(JdbcClient sql) {
    this.sql = sql;
  }

  /** A door about to be made. */
  record Fresh(String name, String label, InStyle style, Mapping mapping, byte[] locked) {}

  Optional<Long> add(Fresh fresh, long token, @Nullable Long team, Instant now) {
    return sql.sql(
            """
            insert into hook_in
              (name, label, style, locked, target, mapping, token_id, team_id, made_at)
            values (:name, :label, :style, :locked, :target, cast(:mapping as jsonb), :token, :team, :now)
            on conflict (name) do nothing returning id
            """)
        .param("name", fresh.name())
        .param("label", fresh.label())
        .param("style", fresh.style().code())
        .param("locked", fresh.locked())
        .param("target", fresh.mapping().target().code())
        .param("mapping", JSON.writeValueAsString(fresh.mapping().from()))
        .param("token", token)
        .param("team", team)
        .param("now", Sql.at(now))
        .query(Long.class)
        .optional();
  }

  void remap(long id, Mapping mapping, @Nullable Long team) {
    sql.sql("update hook_in set mapping = cast(:mapping as jsonb), team_id = :team where id = :id")
        .param("mapping", JSON.writeValueAsString(mapping.from()))
        .param("team", team)
        .param("id", id)
        .update();
  }

  void turn(long id, @Nullable Instant offAt) {
    sql.sql("update hook_in set off_at = :off where id = :id")
        .param("off", Sql.atOrNull(offAt))
        .param("id", id)
        .update();
  }

  List<InHook> all() {
    return sql.sql(ALL + " order by id").query(InRows::hook).list();
  }

  Optional<InHook> find(long id) {
    return sql.sql(ALL + " where id = :id").param("id", id).query(InRows::hook).optional();
  }

  Optional<InHook> named(String name) {
    return sql.sql(ALL + " where name = :name and off_at is null")
        .param("name", name)
        .query(InRows::hook)
        .optional();
  }

  byte[] locked(long id) {
    return sql.sql("select locked from hook_in where id = :id")
        .param("id", id)
        .query((rs, n) -> rs.getBytes(1))
        .single();
  }

  /** Whether it is new. */
  boolean arrive(long id, String event, byte[] body, Instant now) {
    return sql.sql(
                """
                insert into hook_arrival (hook_in_id, event, body, came_at, ready_at)
                values (:id, :event, :body, :now, :now) on conflict (hook_in_id, event) do nothing
                """)
            .param("id", id)
            .param("event", event)
            .param("body", body)
            .param("now", Sql.at(now))
            .update()
        == 1;
  }

  /** One arrival, as it came. */
  record Came(long hookId, byte[] body) {}

  Came came(long arrival) {
    return sql.sql("select hook_in_id, body from hook_arrival where id = :id")
        .param("id", arrival)
        .query((rs, n) -> new Came(rs.getLong(1), rs.getBytes(2)))
        .single();
  }

  /** The newest first. */
  List<InHook.Arrival> arrivals(long id, int most) {
    return sql.sql(
            """
            select id, event, coalesce(outcome, 'waiting') as state,
              coalesce(became, trouble, '') as became, came_at, body
            from hook_arrival where hook_in_id = :id order by id desc limit :most
            """)
        .param("id", id)
        .param("most", most)
        .query((rs, n) ->
            new InHook.Arrival(
                rs.getLong("id"),
                rs.getString("event"),
                rs.getString("state"),
                rs.getString("became"),
                Sql.instant(rs, "came_at"),
                start(rs.getBytes("body"))))
        .list();
  }

  private static String start(byte[] body) {
    return new String(body, 0, Math.min(SHOWN, body.length), StandardCharsets.UTF_8);
  }

  boolean again(long hook, long arrival, Instant now) {
    return sql.sql(
                """
                update hook_arrival set outcome = null, done_at = null, attempts = 0, ready_at = :now,
                  became = null
                where id = :id and hook_in_id = :hook and outcome = 'refused'
                """)
            .param("id", arrival)
            .param("hook", hook)
            .param("now", Sql.at(now))
            .update()
        == 1;
  }

  private static InHook hook(ResultSet rs, int n) throws SQLException {
    Map<String, String> mapping = new LinkedHashMap<>();
    JSON.readTree(rs.getString("mapping"))
        .properties()
        .forEach(e -> mapping.put(e.getKey(), e.getValue().asString()));
    return new InHook(
        rs.getLong("id"),
        rs.getString("name"),
        rs.getString("label"),
        InStyle.of(rs.getString("style")).orElseThrow(),
        InTarget.of(rs.getString("target")).orElseThrow(),
        mapping,
        rs.getLong("token_id"),
        HookRows.number(rs, "team_id"),
        Sql.instantOrNull(rs, "off_at"));
  }
}

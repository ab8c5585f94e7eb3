package amends.app.hooks;

import amends.messages.LineState;
import amends.messages.Lines;
import amends.shared.Sql;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Doors that other programs call, on the connections page. */
@Component
@Order(9)
final class InLines implements Lines {
  private final JdbcClient sql;

  InLines(JdbcClient sql) {
    this.sql = sql;
  }

  /** Of each the newest two hundred that came; more are not counted. */
  @Override
  public List<LineState> lines() {
    return sql.sql(
            """
            select h.id, h.label, h.name, h.off_at is not null as off,
              count(a.id) filter (where a.done_at is null) as waiting,
              max(a.came_at) as worked,
              (array_agg(case when a.outcome = 'refused' then a.became else a.trouble end
                order by a.id desc))[1] as trouble
            from hook_in h left join lateral (
              select * from hook_arrival where hook_in_id = h.id order by id desc limit 200) a on true
            group by h.id order by h.id
            """)
        .query((rs, n) ->
            line(
                new Door(rs.getLong("id"), rs.getString("label"), "/in/" + rs.getString("name")),
                rs.getBoolean("off"),
                rs.getLong("waiting"),
                Sql.instantOrNull(rs, "worked"),
                rs.getString("trouble")))
        .list();
  }

  private record Door(long id, String label, String path) {}

  private static LineState line(
      Door door, boolean off, long waiting, @Nullable Instant worked, @Nullable String trouble) {
    String state = off ? "off" : trouble != null ? "trouble" : waiting > 0 ? "waiting" : "ok";
    return new LineState(
        "hook",
        door.label(),
        door.path(),
        state,
        worked,
        waiting,
        off ? null : trouble,
        "",
        "/hooks/in/" + door.id(),
        null);
  }
}

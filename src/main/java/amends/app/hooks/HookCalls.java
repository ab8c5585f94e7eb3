package amends.app.hooks;

import amends.shared.Sql;
import amends.shared.WorkRows;
import amends.shared.WorkRows.Lease;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The calls as work: laid down from the feed, taken, and recorded with what came of them. */
final class HookCalls {
  private static final int SHOWN = 2000;
  private static final String ALL =
      """
      select id, hook_id, seal_no, event, kind, coalesce(outcome, 'waiting') as state, attempts,
        trouble, last_status, last_body, last_try_at, ready_at, made_at
      from hook_call
      """;

  private final JdbcClient sql;
  private final InstantSource clock;
  private final WorkRows rows;

  HookCalls(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
    this.rows = new WorkRows(sql, clock, "hook_call");
  }

  WorkRows rows() {
    return rows;
  }

  /** One call, taken. */
  record Task(Lease lease, long hookId, String url, String event, String payload) {}

  /** A call about to be laid down. */
  record Fresh(long sealNo, String event, String kind, String payload) {}

  /** What was over is done again; what still waits waits on. */
  void layDown(long hook, List<Fresh> fresh) {
    sql.sql(
            """
            insert into hook_call (hook_id, seal_no, event, kind, payload, made_at, ready_at)
            select :hook, f.seal_no, f.event, f.kind, f.payload, :now, :now
            from unnest(cast(:seals as bigint[]), cast(:events as text[]), cast(:kinds as text[]),
              cast(:payloads as text[])) with ordinality as f(seal_no, event, kind, payload, n)
            order by f.n
            on conflict (hook_id, seal_no) do update set done_at = null, outcome = null,
              attempts = 0, trouble = null, leased_until = null, ready_at = excluded.ready_at
            where hook_call.done_at is not null
            """)
        .param("hook", hook)
        .param("seals", fresh.stream().map(Fresh::sealNo).toArray(Long[]::new))
        .param("events", fresh.stream().map(Fresh::event).toArray(String[]::new))
        .param("kinds", fresh.stream().map(Fresh::kind).toArray(String[]::new))
        .param("payloads", fresh.stream().map(Fresh::payload).toArray(String[]::new))
        .param("now", Sql.at(clock.instant()))
        .update();
  }

  List<Task> take(int most, Duration lease) {
    Map<Long, Lease> taken = new HashMap<>();
    rows.claim(most, lease).forEach(one -> taken.put(one.id(), one));
    return sql.sql(
            """
            select c.id, c.hook_id, c.event, c.payload, h.url
            from hook_call c join hook h on h.id = c.hook_id
            where c.id = any(:ids) order by c.seal_no
            """)
        .param("ids", taken.keySet().toArray(Long[]::new))
        .query((rs, n) ->
            new Task(
                Objects.requireNonNull(taken.get(rs.getLong("id"))),
                rs.getLong("hook_id"),
                rs.getString("url"),
                rs.getString("event"),
                rs.getString("payload")))
        .list();
  }

  void over(Task task, String outcome, Tried tried) {
    rows.finish(task.lease(), Map.of("outcome", outcome));
    tried(task, tried, tried.trouble());
  }

  void later(Task task, Instant again, Tried tried) {
    if (rows.putBack(task.lease(), again, tried.trouble())) {
      tried(task, tried, tried.trouble());
    }
  }

  private void tried(Task task, Tried tried, @Nullable String trouble) {
    String body = tried.body().replace('\0', ' ');
    sql.sql(
            """
            update hook_call set last_status = :status, last_body = :body, last_try_at = :now,
              trouble = :trouble
            where id = :id
            """)
        .param("status", tried.status())
        .param("body", body.substring(0, Math.min(SHOWN, body.length())))
        .param("now", Sql.at(clock.instant()))
        .param("trouble", trouble)
        .param("id", task.lease().id())
        .update();
  }

  /** Those behind one that fails wait too, so that they do not take all hands from other hooks. */
  void holdBack(long hook, Instant until) {
    sql.sql(
            """
            update hook_call set ready_at = :until
            where hook_id = :hook and done_at is null and ready_at < :until
              and (leased_until is null or leased_until <= :now)
            """)
        .param("hook", hook)
        .param("until", Sql.at(until))
        .param("now", Sql.at(clock.instant()))
        .update();
  }

  void setAside(long hook) {
    sql.sql(
            """
            update hook_call set outcome = 'aside', done_at = :now, leased_until = null
            where hook_id = :hook and done_at is null
            """)
        .param("hook", hook)
        .param("now", Sql.at(clock.instant()))
        .update();
  }

  /** At once: whoever asks has mended something. */
  int again(long hook, String outcome, @Nullable Long id) {
    return sql.sql(
            """
            update hook_call set outcome = null, done_at = null, attempts = 0, ready_at = :now,
              leased_until = null
            where hook_id = :hook and outcome = :outcome and (cast(:id as bigint) is null or id = :id)
            """)
        .param("hook", hook)
        .param("outcome", outcome)
        .param("id", id)
        .param("now", Sql.at(clock.instant()))
        .update();
  }

  /** Delivered ones are kept for a month, for the last results. */
  void forget(Instant before) {
    sql.sql("delete from hook_call where outcome = 'delivered' and done_at < :before")
        .param("before", Sql.at(before))
        .update();
  }

  Optional<Hook.Call> find(long id) {
    return sql.sql(ALL + " where id = :id").param("id", id).query(HookCalls::call).optional();
  }

  /** The last tried first. */
  List<Hook.Call> of(long hook, int most) {
    return sql.sql(ALL + " where hook_id = :hook order by last_try_at desc nulls last, seal_no desc limit :most")
        .param("hook", hook)
        .param("most", most)
        .query(HookCalls::call)
        .list();
  }

  /** Given up, behind a number, over all hooks. */
  List<Hook.Call> dead(long after, int most) {
    return sql.sql(ALL + " where outcome = 'dead' and id > :after order by id limit :most")
        .param("after", after)
        .param("most", most)
        .query(HookCalls::call)
        .list();
  }

  private static Hook.Call call(ResultSet rs, int n) throws SQLException {
    Long status = HookRows.number(rs, "last_status");
    return new Hook.Call(
        rs.getLong("id"),
        rs.getLong("hook_id"),
        rs.getLong("seal_no"),
        rs.getString("event"),
        rs.getString("kind"),
        rs.getString("state"),
        rs.getInt("attempts"),
        rs.getString("trouble"),
        status == null ? null : Math.toIntExact(status),
        rs.getString("last_body"),
        Sql.instantOrNull(rs, "last_try_at"),
        Sql.instant(rs, "ready_at"),
        Sql.instant(rs, "made_at"));
  }

  /**
   * What one try came to.
   *
   * @param status of the answer; null when there was none
   * @param trouble null when it went well
   */
  record Tried(@Nullable Integer status, String body, @Nullable String trouble) {}
}

package amends.time;

import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Durable alarms. One is set in the transaction of what it guards and so exists exactly when that
 * does; it rings once, never early, and after a time of standstill late and saying so.
 */
@Component
public final class Alarms {
  private final JdbcClient sql;
  private final InstantSource clock;

  Alarms(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Sets the alarm, or moves the one that this bell already has for this subject. */
  public void set(String bell, Subject guards, Instant dueAt) {
    setAll(bell, guards.kind(), List.of(guards.id()), List.of(dueAt));
  }

  /** Sets many alarms of one bell in one statement. */
  public void setAll(String bell, String kind, List<Long> ids, List<Instant> dueAt) {
    put(Collections.nCopies(ids.size(), bell), kind, ids, dueAt);
  }

  /** Sets alarms of several bells for one subject, each at its moment, in one statement. */
  public void setAll(Map<String, Instant> dueAtByBell, Subject guards) {
    List<String> bells = dueAtByBell.keySet().stream().sorted().toList();
    put(
        bells,
        guards.kind(),
        Collections.nCopies(bells.size(), guards.id()),
        bells.stream().map(dueAtByBell::get).toList());
  }

  private void put(List<String> bells, String kind, List<Long> ids, List<Instant> dueAt) {
    sql.sql(
            """
            insert into alarm (bell, subject_kind, subject_id, due_at, ready_at)
            select a.bell, :kind, a.id, a.due, a.due
            from unnest(cast(:bells as text[]), cast(:ids as bigint[]), cast(:dues as timestamptz[]))
              as a(bell, id, due)
            on conflict (bell, subject_kind, subject_id) where done_at is null
            do update set due_at = excluded.due_at, ready_at = excluded.ready_at,
              attempts = 0, trouble = null
            """)
        .param("bells", bells.toArray(String[]::new))
        .param("kind", kind)
        .param("ids", ids.toArray(Long[]::new))
        .param("dues", dueAt.stream().map(d -> Sql.at(d).toString()).toArray(String[]::new))
        .update();
  }

  /** What the alarms guarded no longer needs guarding; they never ring. */
  public void silence(String bell, String kind, List<Long> ids) {
    silence(List.of(bell), kind, ids);
  }

  /** Silences several bells at once. */
  public void silence(List<String> bells, String kind, List<Long> ids) {
    sql.sql(
            """
            update alarm set done_at = :now, silenced = true
            where bell = any(:bells) and subject_kind = :kind and subject_id = any(:ids)
              and done_at is null
            """)
        .param("now", Sql.at(clock.instant()))
        .param("bells", bells.toArray(String[]::new))
        .param("kind", kind)
        .param("ids", ids.toArray(Long[]::new))
        .update();
  }

  public void silence(String bell, Subject guards) {
    silence(bell, guards.kind(), List.of(guards.id()));
  }
}

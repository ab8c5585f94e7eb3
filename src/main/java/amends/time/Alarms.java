package amends.time;

import amends.shared.Sql;
import amends.shared.Subject;
import amends.shared.Unwritten;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Durable alarms. One is set in the transaction of what it guards and so exists exactly when that
 * does; it rings once, never early, and after a time of standstill late and saying so.
 */
@Component
public final class Alarms {
  private static final Comparator<Key> BY_KEY =
      Comparator.comparing(Key::kind).thenComparing(Key::id).thenComparing(Key::bell);

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
    List<Alarm> all = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      all.add(new Alarm(new Key(bell, kind, ids.get(i)), dueAt.get(i)));
    }
    Unwritten.add(this, all, this::put);
  }

  /** Sets alarms of several bells for one subject, each at its moment, in one statement. */
  public void setAll(Map<String, Instant> dueAtByBell, Subject guards) {
    List<Alarm> all =
        dueAtByBell.entrySet().stream()
            .map(e -> new Alarm(new Key(e.getKey(), guards.kind(), guards.id()), e.getValue()))
            .toList();
    Unwritten.add(this, all, this::put);
  }

  private record Key(String bell, String kind, long id) {}

  private record Alarm(Key key, Instant dueAt) {}

  /** In the order of their keys, so that two acts that set the same ones do not wait in a ring. */
  private void put(List<Alarm> alarms) {
    Map<Key, Instant> last = new TreeMap<>(BY_KEY);
    alarms.forEach(alarm -> last.put(alarm.key(), alarm.dueAt()));
    Set<Key> keys = last.keySet();
    sql.sql(
            """
            insert into alarm (bell, subject_kind, subject_id, due_at, ready_at)
            select a.bell, a.kind, a.id, a.due, a.due
            from unnest(cast(:bells as text[]), cast(:kinds as text[]), cast(:ids as bigint[]),
              cast(:dues as timestamptz[])) as a(bell, kind, id, due)
            on conflict (bell, subject_kind, subject_id) where done_at is null
            do update set due_at = excluded.due_at, ready_at = excluded.ready_at,
              attempts = 0, trouble = null
            """)
        .param("bells", keys.stream().map(Key::bell).toArray(String[]::new))
        .param("kinds", keys.stream().map(Key::kind).toArray(String[]::new))
        .param("ids", keys.stream().map(Key::id).toArray(Long[]::new))
        .param("dues", last.values().stream().map(d -> Sql.at(d).toString()).toArray(String[]::new))
        .update();
  }

  /** What the alarms guarded no longer needs guarding; they never ring. */
  public void silence(String bell, String kind, List<Long> ids) {
    silence(List.of(bell), kind, ids);
  }

  /** Silences several bells at once. */
  public void silence(List<String> bells, String kind, List<Long> ids) {
    Unwritten.flush(this, this::put);
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

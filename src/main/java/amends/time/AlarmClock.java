package amends.time;

import amends.shared.Acts;
import amends.shared.Duty;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.shared.WorkRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rings what is due, in batches: the alarms of a batch and everything that their bells do commit
 * together. A batch that fails is split until the alarm that spoils it stands alone; that one backs
 * off and shows on the health page, and the others ring.
 */
@Component
public final class AlarmClock implements Duty {
  private static final Logger log = LoggerFactory.getLogger(AlarmClock.class);

  /** Alarms that ring and commit together; what they guard stays locked for that long. */
  public static final int BATCH = 1_000;

  static final Duration LATE = Duration.ofSeconds(60);

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final WorkRows rows;
  private final Map<String, Bell> bells;
  private final ClockTrust trust;

  AlarmClock(JdbcClient sql, InstantSource clock, Acts acts, List<Bell> bells, ClockTrust trust) {
    this.trust = trust;
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.rows = new WorkRows(sql, clock, "alarm");
    this.bells = bells.stream().collect(Collectors.toMap(Bell::name, Function.identity()));
  }

  @Override
  public String name() {
    return "alarm clock";
  }

  @Override
  public Duration pause() {
    return Duration.ofMillis(250);
  }

  @Override
  public boolean perform() {
    List<Long> held = new ArrayList<>();
    Duration ahead = trust.ahead();
    try {
      acts.run(() -> {
        held.clear();
        Instant now = clock.instant().minus(ahead);
        List<Due> due = due(now);
        due.forEach(d -> held.add(d.alarm().id()));
        ring(due, now);
      });
    } catch (RuntimeException e) {
      if (held.isEmpty()) {
        throw e;
      }
      split(held, e);
    }
    return held.size() == BATCH;
  }

  private void ringOrSplit(List<Long> ids) {
    Duration ahead = trust.ahead();
    try {
      acts.run(() -> {
        Instant now = clock.instant().minus(ahead);
        ring(again(ids, now), now);
      });
    } catch (RuntimeException e) {
      split(ids, e);
    }
  }

  private void split(List<Long> ids, RuntimeException why) {
    if (ids.size() == 1) {
      log.warn("alarm {} could not ring and backs off", ids.getFirst(), why);
      acts.run(() -> rows.backOff(ids.getFirst(), String.valueOf(why.getMessage())));
    } else {
      ringOrSplit(ids.subList(0, ids.size() / 2));
      ringOrSplit(ids.subList(ids.size() / 2, ids.size()));
    }
  }

  private record Due(String bell, Rung alarm) {}

  private static final Comparator<Due> OLDEST_FIRST =
      Comparator.<Due, Instant>comparing(d -> d.alarm().dueAt()).thenComparing(d -> d.alarm().id());

  private void ring(List<Due> due, Instant now) {
    if (due.isEmpty()) {
      return;
    }
    Map<String, List<Rung>> byBell =
        due.stream()
            .collect(
                Collectors.groupingBy(
                    Due::bell,
                    LinkedHashMap::new,
                    Collectors.mapping(Due::alarm, Collectors.toList())));
    // Marked first: a bell may set the same alarm anew, and must not have that one marked as rung.
    sql.sql("update alarm set done_at = :now, late = due_at < :late where id = any(:ids)")
        .param("now", Sql.at(now))
        .param("late", Sql.at(now.minus(LATE)))
        .param("ids", due.stream().map(d -> d.alarm().id()).toArray(Long[]::new))
        .update();
    byBell.forEach((bell, alarms) -> bell(bell).ring(alarms, now));
  }

  /** The oldest that are due and that no other node is ringing, for this transaction. */
  private List<Due> due(Instant now) {
    List<Due> due =
        sql.sql(
                """
                select id, bell, subject_kind, subject_id, due_at from alarm
                where done_at is null and ready_at <= :now
                order by ready_at limit :most for update skip locked
                """)
            .param("now", Sql.at(now))
            .param("most", BATCH)
            .query((rs, n) -> due(rs, now))
            .list();
    return due.stream().sorted(OLDEST_FIRST).toList();
  }

  /** Another node may have rung some of them since the batch failed. */
  private List<Due> again(List<Long> ids, Instant now) {
    return sql.sql(
            """
            select id, bell, subject_kind, subject_id, due_at from alarm
            where id = any(:ids) and done_at is null and ready_at <= :now
            order by due_at, id for update skip locked
            """)
        .param("ids", ids.toArray(Long[]::new))
        .param("now", Sql.at(now))
        .query((rs, n) -> due(rs, now))
        .list();
  }

  private static Due due(ResultSet rs, Instant now) throws SQLException {
    Instant dueAt = Sql.instant(rs, "due_at");
    return new Due(
        rs.getString("bell"),
        new Rung(
            rs.getLong("id"),
            Subject.of(rs.getString("subject_kind"), rs.getLong("subject_id")),
            dueAt,
            dueAt.isBefore(now.minus(LATE))));
  }

  private Bell bell(String name) {
    Bell bell = bells.get(name);
    if (bell == null) {
      throw new IllegalStateException("nobody answers to the bell " + name);
    }
    return bell;
  }
}

package amends.app.demo;

import amends.shared.Sql;
import amends.shared.WorkLine;
import amends.time.AlarmClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Moves the demo's time. It stops at every moment at which an alarm rings, and goes on only when no
 * work waits any more: no mail unread, none unsent, no alarm due.
 */
final class Stagehand {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration GLANCE = Duration.ofMillis(2);

  private final JdbcClient sql;
  private final AlarmClock alarms;
  private final List<WorkLine> lines;
  private final Consumer<Instant> clock;
  private final Runnable duties;

  /**
   * @param clock is put to a moment
   * @param duties does a bit of the work that waits, where nobody does it in the background
   */
  Stagehand(
      JdbcClient sql,
      AlarmClock alarms,
      List<WorkLine> lines,
      Consumer<Instant> clock,
      Runnable duties) {
    this.sql = sql;
    this.alarms = alarms;
    this.lines = lines;
    this.clock = clock;
    this.duties = duties;
  }

  void begin(Instant moment) {
    clock.accept(moment);
  }

  void moveOn(Instant from, Instant to) {
    settle();
    Instant at = from;
    for (Optional<Instant> next = nextBell(at, to); next.isPresent(); next = nextBell(at, to)) {
      at = next.get();
      clock.accept(at);
      settle();
    }
    clock.accept(to);
  }

  /** Until all that waits is done. */
  void settle() {
    long until = System.nanoTime() + PATIENCE.toNanos();
    alarms.perform();
    while (lines.stream().anyMatch(line -> line.rows().depth().ready() > 0)) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("the work of the demo world does not get done");
      }
      duties.run();
      alarms.perform();
      LockSupport.parkNanos(GLANCE.toNanos());
    }
  }

  private Optional<Instant> nextBell(Instant after, Instant to) {
    return sql.sql(
            """
            select min(b.at) as at from (
              select warn_at as at from promises_v_promise where owed and warned_at is null
              union all select due_at from promises_v_promise where owed) b
            where b.at > :after and b.at <= :to
            """)
        .param("after", Sql.at(after))
        .param("to", Sql.at(to))
        .query((rs, n) -> Optional.ofNullable(Sql.instantOrNull(rs, "at")))
        .single();
  }
}

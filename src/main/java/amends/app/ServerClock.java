package amends.app;

import amends.shared.Sql;
import amends.time.ClockTrust;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Holds this machine's clock against that of the database, the only one that all nodes share: a
 * node whose clock is an hour ahead must not break promises an hour early. This is the one place
 * that asks PostgreSQL what time it is; nothing that is stored comes from there. A clock that a
 * test or the demo world has set is trusted.
 */
@Component
final class ServerClock implements ClockTrust {
  private static final Logger log = LoggerFactory.getLogger(ServerClock.class);
  private static final Duration BOUND = Duration.ofSeconds(2);
  private static final Duration FRESH = Duration.ofSeconds(10);

  private final JdbcClient sql;
  private final InstantSource clock;
  private final boolean real;
  private volatile Measured last = new Measured(Instant.EPOCH, 0, Duration.ZERO);

  ServerClock(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
    this.real = clock.equals(InstantSource.system());
  }

  /**
   * @param steady the machine's steady clock at that moment, in nanoseconds
   */
  private record Measured(Instant at, long steady, Duration ahead) {
    /** Not long ago, and the clock on the wall has not been put since. */
    boolean holds(Instant now, long steadyNow) {
      Duration passed = Duration.ofNanos(steadyNow - steady);
      Duration jump = Duration.between(at, now).minus(passed).abs();
      return passed.compareTo(FRESH) < 0 && jump.compareTo(BOUND) < 0;
    }
  }

  @Override
  public Duration ahead() {
    if (!real) {
      return Duration.ZERO;
    }
    Measured known = last;
    if (!known.holds(clock.instant(), System.nanoTime())) {
      known = measure();
      last = known;
    }
    return known.ahead();
  }

  private Measured measure() {
    Instant now = clock.instant();
    Duration ahead = ahead(now, asked());
    if (!ahead.isZero()) {
      log.warn("this machine's clock is {} ahead of the database's; alarms wait for that", ahead);
    }
    return new Measured(now, System.nanoTime(), ahead);
  }

  /** Asked after that, the database's clock shows a later moment, unless this one is ahead. */
  static Duration ahead(Instant here, Instant there) {
    Duration ahead = Duration.between(there, here);
    return ahead.compareTo(BOUND) < 0 ? Duration.ZERO : ahead;
  }

  private Instant asked() {
    return sql.sql("select query_start from pg_stat_activity where pid = pg_backend_pid()")
        .query((rs, n) -> Sql.instant(rs, "query_start"))
        .single();
  }
}

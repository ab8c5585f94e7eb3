package amends.staff;

import amends.shared.Duty;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes sessions that ran out, and tries to sign in that are a day old. */
@Component
final class SessionCleaning implements Duty {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final Throttle throttle;

  SessionCleaning(JdbcClient sql, InstantSource clock, Throttle throttle) {
    this.sql = sql;
    this.clock = clock;
    this.throttle = throttle;
  }

  @Override
  public String name() {
    return "session cleaning";
  }

  @Override
  public Duration pause() {
    return Duration.ofMinutes(5);
  }

  @Override
  public boolean perform() {
    sql.sql("delete from spring_session where expiry_time < :now")
        .param("now", clock.instant().toEpochMilli())
        .update();
    throttle.forgetOld();
    return false;
  }
}

package amends.shared.api;

import amends.shared.Chore;
import amends.shared.FixedPeriod;
import amends.shared.Sql;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Nobody sends the same request again after a month: its key and its reply may go. */
@Component
final class ForgottenKeys implements Chore {
  private static final Duration KEPT = Duration.ofDays(30);

  private final JdbcClient sql;
  private final InstantSource clock;

  ForgottenKeys(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "shared.forget-keys";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(6);
  }

  @Override
  public List<FixedPeriod> keeps() {
    return List.of(new FixedPeriod("keys", KEPT));
  }

  @Override
  public void perform() {
    sql.sql("delete from idempotency where at < :before")
        .param("before", Sql.at(clock.instant().minus(KEPT)))
        .update();
  }
}

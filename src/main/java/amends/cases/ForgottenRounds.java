package amends.cases;

import amends.shared.Chore;
import amends.shared.FixedPeriod;
import amends.shared.Sql;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Words to many that were written and never sent are nobody's after a month. */
@Component
final class ForgottenRounds implements Chore {
  private static final Duration KEPT = Duration.ofDays(30);

  private final JdbcClient sql;
  private final InstantSource clock;

  ForgottenRounds(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "cases.forget-rounds";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(24);
  }

  @Override
  public List<FixedPeriod> keeps() {
    return List.of(new FixedPeriod("rounds", KEPT));
  }

  @Override
  public void perform() {
    sql.sql("delete from reply_round where sent_at is null and made_at < :before")
        .param("before", Sql.at(clock.instant().minus(KEPT)))
        .update();
  }
}

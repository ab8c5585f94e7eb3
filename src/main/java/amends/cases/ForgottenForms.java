package amends.cases;

import amends.shared.Chore;
import amends.shared.FixedPeriod;
import amends.shared.Sql;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Nobody presses the same button again after a month: what was kept against that may go. */
@Component
final class ForgottenForms implements Chore {
  private static final Duration KEPT = Duration.ofDays(30);

  private final JdbcClient sql;
  private final InstantSource clock;

  ForgottenForms(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "cases.forget-forms";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(24);
  }

  @Override
  public List<FixedPeriod> keeps() {
    return List.of(new FixedPeriod("forms", KEPT));
  }

  @Override
  public void perform() {
    sql.sql("delete from once where at < :before")
        .param("before", Sql.at(clock.instant().minus(KEPT)))
        .update();
  }
}

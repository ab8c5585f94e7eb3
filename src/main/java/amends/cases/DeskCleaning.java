package amends.cases;

import amends.shared.Chore;
import amends.shared.FixedPeriod;
import amends.shared.Sql;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets who looked at what, and what could be taken back, once both are long over. */
@Component
final class DeskCleaning implements Chore {
  private static final Duration KEPT = Duration.ofHours(1);

  private final JdbcClient sql;
  private final InstantSource clock;

  DeskCleaning(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "cases.clean-desk";
  }

  @Override
  public Duration every() {
    return KEPT;
  }

  @Override
  public List<FixedPeriod> keeps() {
    return List.of(new FixedPeriod("presence", KEPT));
  }

  @Override
  public void perform() {
    for (String table : new String[] {"case_presence", "case_sent"}) {
      sql.sql("delete from " + table + " where until < :before")
          .param("before", Sql.at(clock.instant().minus(KEPT)))
          .update();
    }
  }
}

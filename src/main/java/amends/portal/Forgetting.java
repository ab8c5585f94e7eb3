package amends.portal;

import amends.shared.Acts;
import amends.shared.Chore;
import amends.shared.FixedPeriod;
import amends.shared.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who knocked is personal data: what no cap counts any more goes, and so do used-up forms. */
@Component
final class Forgetting implements Chore {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;

  Forgetting(JdbcClient sql, InstantSource clock, Acts acts) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
  }

  @Override
  public String name() {
    return "portal.forget-knocks";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(6);
  }

  @Override
  public List<FixedPeriod> keeps() {
    return List.of(new FixedPeriod("knocks", Knocks.KEPT));
  }

  @Override
  public void perform() {
    Instant now = clock.instant();
    acts.run(() -> {
      forget("delete from portal_knock where at < :before", now.minus(Knocks.KEPT));
      forget("delete from portal_once where at < :before", now.minus(Seals.VALID.multipliedBy(2)));
    });
  }

  private void forget(String statement, Instant before) {
    sql.sql(statement).param("before", Sql.at(before)).update();
  }
}

package amends.messages.broadcast;

import amends.shared.Chore;
import amends.shared.FixedPeriod;
import amends.shared.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was written to many and never started is nobody's after a month, nor is its list. */
@Component
final class ForgottenBroadcasts implements Chore {
  private static final Duration KEPT = Duration.ofDays(30);

  /** The lists hang off the broadcasts. */
  private static final List<String> TABLES =
      List.of("broadcast_person", "broadcast_named", "broadcast_job");

  private final JdbcClient sql;
  private final InstantSource clock;

  ForgottenBroadcasts(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "messages.forget-broadcasts";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(24);
  }

  @Override
  public List<FixedPeriod> keeps() {
    return List.of(new FixedPeriod("broadcasts", KEPT));
  }

  @Override
  public void perform() {
    Instant before = clock.instant().minus(KEPT);
    for (String table : TABLES) {
      sql.sql(
              "delete from %s p using broadcast b where b.id = p.broadcast_id and b.started_at is null and b.made_at < :before"
                  .formatted(table))
          .param("before", Sql.at(before))
          .update();
    }
    sql.sql(
            """
            delete from broadcast b where b.started_at is null and b.made_at < :before
              and not exists (select from broadcast o where b.id in (o.corrects_id, o.without_id, o.earlier_id))
            """)
        .param("before", Sql.at(before))
        .update();
  }
}

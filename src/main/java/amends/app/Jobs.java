package amends.app;

import amends.shared.Acts;
import amends.shared.Chore;
import amends.shared.Duty;
import amends.shared.Sql;
import amends.shared.WorkLine;
import amends.shared.WorkRows;
import amends.shared.WorkRows.Lease;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes up jobs: each chore has one row, which goes from one time it is due to the next. */
@Component
final class Jobs implements Duty {
  private static final Logger log = LoggerFactory.getLogger(Jobs.class);
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Duration AFTER_TROUBLE = Duration.ofMinutes(5);

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final WorkRows rows;
  private final Map<String, Chore> chores;
  private boolean laidDown;

  Jobs(JdbcClient sql, InstantSource clock, Acts acts, List<Chore> chores) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.rows = new WorkRows(sql, clock, "job");
    this.chores = chores.stream().collect(Collectors.toMap(Chore::name, Function.identity()));
  }

  @Override
  public String name() {
    return "jobs";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(30);
  }

  @Override
  public boolean perform() {
    layDown();
    List<Lease> leases = acts.call(() -> rows.claim(1, LEASE));
    leases.forEach(this::take);
    return !leases.isEmpty();
  }

  /** A chore that this version brings along gets its row. */
  private void layDown() {
    if (laidDown) {
      return;
    }
    sql.sql(
            """
            insert into job (kind, ready_at)
            select kind, :now from unnest(cast(:kinds as text[])) as kind
            on conflict (kind) do nothing
            """)
        .param("now", Sql.at(clock.instant()))
        .param("kinds", chores.keySet().toArray(String[]::new))
        .update();
    laidDown = true;
  }

  private void take(Lease lease) {
    String kind =
        sql.sql("select kind from job where id = :id")
            .param("id", lease.id())
            .query(String.class)
            .single();
    Chore chore = chores.get(kind);
    if (chore == null) {
      // A newer version's job: it comes back when that version runs again.
      acts.run(() -> rows.putBack(lease, clock.instant().plus(Duration.ofDays(1)), null));
      return;
    }
    try {
      acts.run(() -> {
        chore.perform();
        rows.putBack(lease, clock.instant().plus(chore.every()), null);
      });
    } catch (RuntimeException e) {
      log.warn("the job {} failed and is put off", kind, e);
      String trouble = String.valueOf(e.getMessage());
      acts.run(() -> rows.putBack(lease, clock.instant().plus(AFTER_TROUBLE), trouble));
    }
  }

  /** Lets the health page see how many jobs wait. */
  @Configuration(proxyBeanMethods = false)
  static class Line {
    @Bean
    WorkLine jobsThatWait(JdbcClient sql, InstantSource clock) {
      return new WorkLine("job", new WorkRows(sql, clock, "job"));
    }
  }
}

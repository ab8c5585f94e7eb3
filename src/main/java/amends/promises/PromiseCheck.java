package amends.promises;

import amends.shared.Check;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** I5, seen from the ledger: nothing that is still owed has passed its due moment unnoticed. */
@Component
final class PromiseCheck implements Check {
  private static final Duration GRACE = Duration.ofSeconds(60);

  private final JdbcClient sql;
  private final InstantSource clock;

  PromiseCheck(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public String code() {
    return "I5";
  }

  @Override
  public String words() {
    return "promises.check.clocks";
  }

  @Override
  public List<Finding> run() {
    return sql
        .sql(
            """
            select id from promise
            where kept_at is null and moved_at is null and agreed_at is null
              and released_at is null and broken_at is null and due_at < :late
            order by due_at limit :most
            """)
        .param("late", Sql.at(clock.instant().minus(GRACE)))
        .param("most", MOST)
        .query(Long.class)
        .list()
        .stream()
        .map(id ->
            new Finding(
                code(), "was due and is neither kept nor broken", Subject.of("promise", id)))
        .toList();
  }
}

package amends.app;

import amends.shared.BoundedCheck;
import amends.shared.Check;
import amends.shared.Check.Finding;
import amends.shared.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers how far each check found all well, for every node and across restarts. Once a day a
 * check reads everything; while that finds something, each run does.
 */
@Component
final class CheckMarks {
  static final Duration WHOLE_EVERY = Duration.ofDays(1);

  private final JdbcClient sql;
  private final InstantSource clock;
  private final WholeRun whole;

  CheckMarks(JdbcClient sql, InstantSource clock, WholeRun whole) {
    this.whole = whole;
    this.sql = sql;
    this.clock = clock;
  }

  private record Mark(long at, Instant fullAt) {}

  /** Runs a check as far as it needs to be, and moves its mark when all is well. */
  List<Finding> run(Check check) {
    if (!(check instanceof BoundedCheck bounded)) {
      return check.run();
    }
    Instant now = clock.instant();
    Optional<Mark> mark = mark(bounded).filter(m -> now.isBefore(m.fullAt().plus(WHOLE_EVERY)));
    long head = bounded.head();
    List<Finding> findings =
        mark.isPresent() ? bounded.runSince(mark.get().at()) : whole.of(bounded);
    if (findings.isEmpty()) {
      put(bounded, head, mark.map(Mark::fullAt).orElse(now));
    } else if (mark.isEmpty()) {
      forget(bounded);
    }
    return findings;
  }

  private static String name(Check check) {
    return check.code() + " " + check.words();
  }

  private Optional<Mark> mark(Check check) {
    return sql.sql("select mark, full_at from check_mark where name = :name")
        .param("name", name(check))
        .query((rs, n) -> new Mark(rs.getLong("mark"), Sql.instant(rs, "full_at")))
        .optional();
  }

  private void put(Check check, long head, Instant fullAt) {
    sql.sql(
            """
            insert into check_mark (name, mark, full_at) values (:name, :mark, :full)
            on conflict (name) do update set mark = excluded.mark, full_at = excluded.full_at
            """)
        .param("name", name(check))
        .param("mark", head)
        .param("full", Sql.at(fullAt))
        .update();
  }

  private void forget(Check check) {
    sql.sql("delete from check_mark where name = :name").param("name", name(check)).update();
  }
}

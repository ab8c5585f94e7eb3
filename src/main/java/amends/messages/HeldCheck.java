package amends.messages;

import amends.shared.Check;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * I20: held mail that nobody has looked at in time has been called out. That it still waits is the
 * house's business, which the pages show; that it waits in silence would be ours.
 */
@Component
final class HeldCheck implements Check {
  private static final Duration GRACE = Duration.ofMinutes(2);

  private final JdbcClient sql;
  private final InstantSource clock;

  HeldCheck(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public String code() {
    return "I20";
  }

  @Override
  public String words() {
    return "messages.check.held";
  }

  @Override
  public List<Finding> run() {
    return sql.sql(
            """
            select id, 'has waited for longer than it may, and no alarm said so' as words
            from held_mail where decided_at is null and aged_at is null and due_at < :late
            order by due_at limit :most
            """)
        .param("late", Sql.at(clock.instant().minus(GRACE)))
        .param("most", MOST)
        .query((rs, n) ->
            new Finding(code(), rs.getString("words"), Subject.of("held", rs.getLong("id"))))
        .list();
  }
}

package amends.time;

import amends.shared.Check;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** I5: every alarm rings once, never early, and at most a minute late while the program is up. */
@Component
final class AlarmCheck implements Check {
  private final JdbcClient sql;
  private final InstantSource clock;

  AlarmCheck(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public String code() {
    return "I5";
  }

  @Override
  public String words() {
    return "time.check.alarms";
  }

  @Override
  public List<Finding> run() {
    // Each by its own index: asked in one condition, all alarms that ever rang were read.
    return sql.sql(
            """
            select * from (
              (select id, case when trouble is null then 'is due and has not rung'
                 else 'has failed ' || attempts || ' times: ' || trouble end as words
               from alarm where done_at is null and ready_at < :late
               order by ready_at limit :most)
              union all
              (select id, 'has failed ' || attempts || ' times: ' || trouble
               from alarm where done_at is null and ready_at >= :late and trouble is not null
               limit :most)
              union all
              (select id, 'rang before it was due'
               from alarm where done_at < due_at and not silenced
               limit :most)) found
            order by id limit :most
            """)
        .param("late", Sql.at(clock.instant().minus(AlarmClock.LATE)))
        .param("most", MOST)
        .query((rs, n) ->
            new Finding(code(), rs.getString("words"), Subject.of("alarm", rs.getLong("id"))))
        .list();
  }
}

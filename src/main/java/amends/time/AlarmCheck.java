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
    return sql.sql(
            """
            select id, case when done_at is not null then 'rang before it was due'
              when trouble is not null then 'has failed ' || attempts || ' times: ' || trouble
              else 'is due and has not rung' end as words
            from alarm
            where (done_at is null and ready_at < :late)
               or (done_at is null and trouble is not null)
               or (done_at < due_at and not silenced)
            order by id limit :most
            """)
        .param("late", Sql.at(clock.instant().minus(AlarmClock.LATE)))
        .param("most", MOST)
        .query((rs, n) ->
            new Finding(code(), rs.getString("words"), Subject.of("alarm", rs.getLong("id"))))
        .list();
  }
}

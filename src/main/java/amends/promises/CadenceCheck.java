package amends.promises;

import amends.shared.Check;
import amends.shared.Subject;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** I21: a rhythm that runs has exactly one next promise, and that is owed. */
@Component
final class CadenceCheck implements Check {
  private final JdbcClient sql;

  CadenceCheck(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public String code() {
    return "I21";
  }

  @Override
  public String words() {
    return "promises.check.cadences";
  }

  @Override
  public List<Finding> run() {
    return sql
        .sql(
            """
            select c.id from cadence c left join promise p on p.id = c.promise_id
            where c.ended_at is null and (p.id is null
              or p.subject_kind <> c.subject_kind or p.subject_id <> c.subject_id
              or num_nonnulls(p.kept_at, p.moved_at, p.agreed_at, p.released_at, p.broken_at) > 0)
            order by c.id limit :most
            """)
        .param("most", MOST)
        .query(Long.class)
        .list()
        .stream()
        .map(id -> new Finding(code(), "runs and has no next promise", Subject.of("cadence", id)))
        .toList();
  }
}

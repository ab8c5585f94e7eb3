package amends.messages;

import amends.shared.Check;
import amends.shared.Subject;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** I20: held mail is looked at in time, and what still waits has an alarm that says so. */
@Component
final class HeldCheck implements Check {
  private final JdbcClient sql;

  HeldCheck(JdbcClient sql) {
    this.sql = sql;
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
            select id, 'nobody has looked at it since ' || to_char(received_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC' as words
            from held_mail where decided_at is null and aged_at is not null
            order by due_at limit :most
            """)
        .param("most", MOST)
        .query((rs, n) ->
            new Finding(code(), rs.getString("words"), Subject.of("held", rs.getLong("id"))))
        .list();
  }
}

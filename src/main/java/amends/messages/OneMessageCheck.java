package amends.messages;

import amends.shared.Check;
import amends.shared.Subject;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** I2: one message for each distinct mail. Unique indexes hold it; this looks past them. */
@Component
final class OneMessageCheck implements Check {
  private final JdbcClient sql;

  OneMessageCheck(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public String code() {
    return "I2";
  }

  @Override
  public String words() {
    return "messages.check.one";
  }

  @Override
  public List<Finding> run() {
    return sql.sql(
            """
            select min(id) as id, 'came in once and stands here ' || count(*) || ' times' as words
            from message where inbound_id is not null
            group by inbound_id having count(*) > 1
            union all
            select min(id), 'the same mail was stored ' || count(*) || ' times'
            from inbound group by door, message_id, sha256 having count(*) > 1
            limit :most
            """)
        .param("most", MOST)
        .query((rs, n) ->
            new Finding(code(), rs.getString("words"), Subject.of("message", rs.getLong("id"))))
        .list();
  }
}

package amends.messages;

import amends.shared.BoundedCheck;
import amends.shared.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** I2: one message for each distinct mail. Unique indexes hold it; this looks past them. */
@Component
final class OneMessageCheck implements BoundedCheck {
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
  public long head() {
    return sql.sql(InboundCheck.HEAD).query(Long.class).single();
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
        .query(this::finding)
        .list();
  }

  @Override
  public List<Finding> runSince(long mark) {
    return sql.sql(
            """
            select min(id) as id, 'came in once and stands here ' || count(*) || ' times' as words
            from message where inbound_id > :from
            group by inbound_id having count(*) > 1
            union all
            select i.id, 'the same mail was stored before' from inbound i
            where i.id > :from and exists (select from inbound o where o.door = i.door
              and o.message_id = i.message_id and o.sha256 = i.sha256 and o.id < i.id)
            limit :most
            """)
        .param("from", mark - OVERLAP)
        .param("most", MOST)
        .query(this::finding)
        .list();
  }

  private Finding finding(ResultSet rs, int n) throws SQLException {
    return new Finding(code(), rs.getString("words"), Subject.of("message", rs.getLong("id")));
  }
}

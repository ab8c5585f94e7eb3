package amends.messages;

import amends.shared.Sql;
import amends.shared.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was written and not sent to somebody, with the reason. */
@Component
public final class NotSent {
  private final JdbcClient sql;

  NotSent(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * One of them.
   *
   * @param reason the key of a text
   */
  public record Kept(long messageId, Subject about, String channel, String reason, Instant at) {}

  /** The same of one customer, and of whoever was merged with them. */
  public List<Kept> to(Collection<Long> customers, int most) {
    return sql.sql(
            """
            select id, about_kind, about_id, channel, not_sent as reason, occurred_at
            from message where not_sent is not null and not_sent <> :takenBack
              and customer_id = any(:customers)
            union all
            select m.id, m.about_kind, m.about_id, d.channel, d.suppressed_why, d.created_at
            from delivery d join message m on m.id = d.message_id
            where d.suppressed_why is not null and d.customer_id = any(:customers)
            order by occurred_at desc, id desc limit :most
            """)
        .param("takenBack", TakingBack.REASON)
        .param("customers", customers.toArray(Long[]::new))
        .param("most", most)
        .query(NotSent::kept)
        .list();
  }

  private static Kept kept(ResultSet rs, int n) throws SQLException {
    return new Kept(
        rs.getLong("id"),
        Subject.of(rs.getString("about_kind"), rs.getLong("about_id")),
        rs.getString("channel"),
        rs.getString("reason"),
        Sql.instant(rs, "occurred_at"));
  }

  /** The newest first; whoever shows it leaves out what a viewer may not see. */
  public List<Kept> newest(int most) {
    return sql.sql(
            """
            (select id, about_kind, about_id, channel, not_sent as reason, occurred_at
            from message where not_sent is not null and not_sent <> '%s'
            order by occurred_at desc, id desc limit :most)
            union all
            (select m.id, m.about_kind, m.about_id, d.channel, d.suppressed_why, d.created_at
            from delivery d join message m on m.id = d.message_id
            where d.suppressed_why is not null and not d.mass
            order by d.created_at desc, d.id desc limit :most)
            order by occurred_at desc, id desc limit :most
            """
                // In the text of the statement, so that the index on just these is seen to fit.
                .formatted(TakingBack.REASON))
        .param("most", most)
        .query(NotSent::kept)
        .list();
  }
}

package amends.customers;

import amends.shared.RetainedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What had to be done differently and holds no more: of health and hardship nothing piles up. */
@Component
final class NeedRetained extends RetainedRows {
  private static final String OLDER =
      """
      select n.id from need n
      where n.ended_at < :than and not exists (
        select from legal_hold k where k.lifted_at is null and k.subject_kind = 'customer'
          and k.subject_id = n.customer_id)
      order by n.ended_at, n.id
      """;

  NeedRetained(JdbcClient sql) {
    super(sql, "needs", 365, OLDER, "delete from need where id in (%s)");
  }
}

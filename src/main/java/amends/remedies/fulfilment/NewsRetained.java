package amends.remedies.fulfilment;

import amends.shared.RetainedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** That providers told something: only so that a repeat is known as one. */
@Component
final class NewsRetained extends RetainedRows {
  NewsRetained(JdbcClient sql) {
    super(
        sql,
        "payment_news",
        90,
        """
        select connection_id, event from pay_news where came_at < :than
        order by came_at, connection_id, event
        """,
        "delete from pay_news where (connection_id, event) in (%s)");
  }
}

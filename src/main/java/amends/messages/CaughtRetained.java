package amends.messages;

import amends.shared.RetainedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the mail catcher of a demo world has caught. */
@Component
final class CaughtRetained extends RetainedRows {
  private static final String OLDER =
      """
      select id from caught_mail where caught_at < :than order by id
      """;

  CaughtRetained(JdbcClient sql) {
    super(sql, "caught", 30, OLDER, "delete from caught_mail where id in (%s)");
  }
}

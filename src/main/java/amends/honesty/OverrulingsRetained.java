package amends.honesty;

import amends.shared.RetainedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long it is kept that words were sent although something was found. */
@Component
final class OverrulingsRetained extends RetainedRows {
  private static final String OLDER =
      "select id from honesty_overruling where noted_at < :than order by noted_at, id";

  OverrulingsRetained(JdbcClient sql) {
    super(sql, "honesty_overruling", 730, OLDER, "delete from honesty_overruling where id in (%s)");
  }
}

package amends.messages;

import amends.shared.Retained;
import amends.shared.Sql;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the mail catcher of a demo world has caught. */
@Component
final class CaughtRetained implements Retained {
  private static final String OLDER =
      """
      select id from caught_mail where caught_at < :than order by id
      """;

  private final JdbcClient sql;

  CaughtRetained(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public String kind() {
    return "caught";
  }

  @Override
  public int days() {
    return 30;
  }

  @Override
  public long older(Instant than) {
    return sql.sql("select count(*) from (%s) as old".formatted(OLDER))
        .param("than", Sql.at(than))
        .query(Long.class)
        .single();
  }

  @Override
  public int forget(Instant than, int most) {
    return sql.sql("delete from caught_mail where id in (%s limit :most)".formatted(OLDER))
        .param("than", Sql.at(than))
        .param("most", most)
        .update();
  }
}

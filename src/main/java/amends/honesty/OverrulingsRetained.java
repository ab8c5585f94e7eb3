package amends.honesty;

import amends.shared.Retained;
import amends.shared.Sql;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long it is kept that words were sent although something was found. */
@Component
final class OverrulingsRetained implements Retained {
  private static final int TWO_YEARS = 730;

  private final JdbcClient sql;

  OverrulingsRetained(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public String kind() {
    return "honesty_overruling";
  }

  @Override
  public int days() {
    return TWO_YEARS;
  }

  @Override
  public long older(Instant than) {
    return sql.sql("select count(*) from honesty_overruling where noted_at < :than")
        .param("than", Sql.at(than))
        .query(Long.class)
        .single();
  }

  @Override
  public int forget(Instant than, int most) {
    return sql.sql(
            """
            delete from honesty_overruling where id in (
              select id from honesty_overruling where noted_at < :than order by noted_at limit :most)
            """)
        .param("than", Sql.at(than))
        .param("most", most)
        .update();
  }
}

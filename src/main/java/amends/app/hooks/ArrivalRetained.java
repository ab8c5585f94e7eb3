package amends.app.hooks;

import amends.shared.Retained;
import amends.shared.Sql;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What web hooks brought; that something came, and what it became, stays. */
@Component
final class ArrivalRetained implements Retained {
  private static final String OLDER =
      """
      select a.id from hook_arrival a
      where a.came_at < :than and a.done_at is not null and a.body <> convert_to('{}', 'UTF8')
        and not exists (
          select from customers_v_hold k where a.became = k.subject_kind || ' ' || k.subject_id)
      order by a.id
      """;

  private final JdbcClient sql;

  ArrivalRetained(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public String kind() {
    return "arrivals";
  }

  @Override
  public int days() {
    return 90;
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
    return sql.sql(
            "update hook_arrival set body = convert_to('{}', 'UTF8'), trouble = null where id in (%s limit :most)"
                .formatted(OLDER))
        .param("than", Sql.at(than))
        .param("most", most)
        .update();
  }
}

package amends.app.hooks;

import amends.shared.RetainedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What web hooks brought; that something came, and what it became, stays. */
@Component
final class ArrivalRetained extends RetainedRows {
  private static final String OLDER =
      """
      select a.id from hook_arrival a
      where a.came_at < :than and a.done_at is not null and a.body <> convert_to('{}', 'UTF8')
        and not exists (
          select from customers_v_hold k where a.became = k.subject_kind || ' ' || k.subject_id)
      order by a.id
      """;

  ArrivalRetained(JdbcClient sql) {
    super(
        sql,
        "arrivals",
        90,
        OLDER,
        "update hook_arrival set body = convert_to('{}', 'UTF8'), trouble = null where id in (%s)");
  }
}

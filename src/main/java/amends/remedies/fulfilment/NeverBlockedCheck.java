package amends.remedies.fulfilment;

import amends.shared.Check;
import amends.shared.Subject;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** I8: nothing has left while a stop mark stood on it, on its lot or on its product. */
@Component
final class NeverBlockedCheck implements Check {
  private final JdbcClient sql;

  NeverBlockedCheck(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public String code() {
    return "I8";
  }

  @Override
  public String words() {
    return "remedies.check.never-blocked";
  }

  @Override
  public List<Finding> run() {
    return sql.sql(
            """
            select s.unit_id from goods_v_stock s
            where s.left_at is not null and exists (
              select from goods_v_stop_mark m where m.unit_id = s.unit_id
                and m.set_at < s.left_at and (m.lifted_at is null or m.lifted_at > s.left_at))
            order by s.unit_id limit :most
            """)
        .param("most", MOST)
        .query((rs, n) ->
            new Finding(
                code(),
                "a unit has left while a stop mark stood on it",
                Subject.of("unit", rs.getLong(1))))
        .list();
  }
}

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

  /** By the stock, which is few rows beside the goods; the marks that stand are fewer still. */
  @Override
  public List<Finding> run() {
    return sql.sql(
            """
            select distinct s.unit_id from goods_v_stopped m
            join goods_v_stock s on s.unit_id = m.unit_id
            where s.left_at is not null and s.left_at > m.set_at
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

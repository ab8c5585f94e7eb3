package amends.cases;

import amends.remedies.Hazard;
import amends.remedies.Hazards;
import amends.remedies.Sending;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What only cases know of what is to be sent: the same product has failed this customer before. */
@Component
final class CaseHazards implements Hazards {
  private final JdbcClient sql;

  CaseHazards(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<Hazard> of(Sending what) {
    if (!what.kind().isUnit()) {
      return List.of();
    }
    return sql.sql(
            """
            select c.id from amends_case c
            join goods_v_unit f on f.id = c.unit_id
            where c.customer_id in (
                select self_id from customers_v_self where customer_id = :customer)
              and not (:kind = 'case' and c.id = :case)
              and f.product_id = coalesce((select u.product_id from goods_v_unit u
                where u.id = cast(:unit as bigint)), cast(:product as bigint))
            order by c.id desc limit 1
            """)
        .param("customer", what.customerId())
        .param("kind", what.about().kind())
        .param("case", what.about().id())
        .param("unit", what.unitId())
        .param("product", what.productId())
        .query((rs, n) -> Hazard.warn("before_here", Case.subject(rs.getLong("id"))))
        .list();
  }
}

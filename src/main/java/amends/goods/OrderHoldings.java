package amends.goods;

import amends.customers.Holdings;
import amends.customers.Telling;
import amends.customers.Traces;
import amends.customers.Wiping;
import amends.shared.Subject;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was sold to them. It is told; it is not erased: numbers of orders and units and what was
 * paid are the books, and a recall asks for the serial number.
 */
@Component
@Order(20)
final class OrderHoldings implements Holdings {
  private final JdbcClient sql;

  OrderHoldings(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public String room() {
    return "goods";
  }

  @Override
  public List<Subject> subjects(List<Long> customers) {
    return sql.sql("select id from purchase_order where customer_id = any(:ids) order by id")
        .param("ids", customers.toArray(Long[]::new))
        .query((rs, n) -> Subject.of("order", rs.getLong(1)))
        .list();
  }

  @Override
  public void tell(Traces traces, Telling to) {
    to.rows(
        "purchase_order",
        """
        select id, external_id, placed_at, total_minor, currency, payment, paid_minor, country
        from purchase_order
        where id = any(:orders) order by id
        """);
    to.rows(
        "order_line",
        """
        select l.order_id, l.line_no, p.name as product, u.serial, l.quantity, l.price_minor
        from order_line l join product p on p.id = l.product_id left join unit u on u.id = l.unit_id
        where l.order_id = any(:orders) order by l.order_id, l.line_no
        """);
  }

  @Override
  public void erase(Traces traces, Wiping wiping) {
    wiping.count("purchase_order", 0);
  }
}

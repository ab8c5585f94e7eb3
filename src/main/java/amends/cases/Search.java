package amends.cases;

import amends.customers.Customer;
import amends.customers.Customers;
import amends.goods.Goods;
import amends.goods.Order;
import amends.goods.Thing;
import amends.goods.Unit;
import amends.shared.Plain;
import amends.staff.Visible;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds cases, open and closed, by their number, their customer's name, address or number, an
 * order's or serial number, or the beginning of their subject.
 */
@Component
public final class Search {
  private static final int MOST_OF_A_KIND = 50;

  private final JdbcClient sql;
  private final Customers customers;
  private final Goods goods;

  Search(JdbcClient sql, Customers customers, Goods goods) {
    this.sql = sql;
    this.customers = customers;
    this.goods = goods;
  }

  /**
   * Open ones first, by the next moment due, then closed ones, the newest first. Each way to find
   * has an index and a limit of its own.
   */
  public List<Queue.Row> find(String text, Visible visible, int most) {
    String typed = Plain.line(text, 100);
    List<Thing> things = goods.find(typed, MOST_OF_A_KIND);
    return sql.sql(
            """
            with hit as (
              (select id from amends_case where id = :number)
              union
              (select id from amends_case where customer_id = any(:customers)
               order by id desc limit :each)
              union
              (select id from amends_case where order_id = any(:orders) order by id desc limit :each)
              union
              (select id from amends_case where unit_id = any(:units) order by id desc limit :each)
              union
              (select id from amends_case where lower(subject) like :beginning
               order by id desc limit :each))
            """
                + Queue.COLUMNS
                + """
                from hit join amends_case c on c.id = hit.id
                join customers_v_customer k on k.id = c.customer_id
                left join promises_v_promise p on p.id = c.next_promise_id
                left join staff_v_person o on o.id = c.owner_id
                join staff_v_team t on t.id = c.team_id
                where
                """
                + visible.where("c.owner_id", "c.team_id", "c.brand_id")
                + " order by c.closed_at is not null, c.next_due_at, c.id desc limit :most")
        .params(visible.params())
        .param("number", number(typed))
        .param("customers", ids(customers.find(typed, MOST_OF_A_KIND), Customer::id))
        .param("orders", ids(only(things, Order.class), Order::id))
        .param("units", ids(only(things, Unit.class), Unit::id))
        .param("beginning", Plain.beginning(typed.toLowerCase(Locale.ROOT)))
        .param("each", MOST_OF_A_KIND * 4)
        .param("most", most)
        .query(Queue::row)
        .list();
  }

  private static @Nullable Long number(String typed) {
    String digits = typed.replaceFirst("^#\\s*", "");
    return digits.matches("\\d{1,18}") ? Long.valueOf(digits) : null;
  }

  private static <T> List<T> only(List<Thing> things, Class<T> kind) {
    return things.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static <T> Long[] ids(List<T> all, Function<T, Long> id) {
    return all.stream().map(id).toArray(Long[]::new);
  }
}

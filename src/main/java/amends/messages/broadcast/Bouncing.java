package amends.messages.broadcast;

import amends.customers.ContactPoint;
import amends.customers.Customers;
import amends.messages.DeliveryFailed;
import amends.messages.DeliveryMovedOn;
import amends.messages.Medium;
import amends.shared.Actor;
import amends.shared.Subject;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where nothing of a broadcast gets any more, nothing else is sent either. */
@Component
final class Bouncing {
  private final JdbcClient sql;
  private final Customers customers;

  Bouncing(JdbcClient sql, Customers customers) {
    this.sql = sql;
    this.customers = customers;
  }

  @EventListener
  void on(DeliveryFailed event) {
    if (event.permanent()) {
      bury(event.about(), event.deliveryId());
    }
  }

  @EventListener
  void on(DeliveryMovedOn event) {
    if (event.permanent()) {
      bury(event.about(), event.deliveryId());
    }
  }

  private void bury(Subject about, long delivery) {
    if (about.kind().equals("broadcast")) {
      sql.sql("select customer_id, channel, address from delivery where id = :id")
          .param("id", delivery)
          .query((rs, n) -> new Where(rs.getLong(1), Medium.of(rs.getString(2)), rs.getString(3)))
          .optional()
          .ifPresent(this::bury);
    }
  }

  private record Where(long customer, Medium medium, String address) {}

  private void bury(Where where) {
    customers.contacts(where.customer()).stream()
        .filter(ContactPoint::living)
        .filter(c -> c.channel() == where.medium().channel() && c.address().equals(where.address()))
        .forEach(c -> customers.bury(c.id(), "bounced", Actor.SYSTEM));
  }
}

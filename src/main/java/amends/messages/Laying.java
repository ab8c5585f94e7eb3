package amends.messages;

import amends.shared.Sql;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lays down a delivery: the next way of a message whose first way failed. */
@Component
final class Laying {
  private final JdbcClient sql;
  private final Departures departures;
  private final Clearing clearing;
  private final Connecting connecting;
  private final ApplicationEventPublisher events;

  Laying(
      JdbcClient sql,
      Departures departures,
      Clearing clearing,
      Connecting connecting,
      ApplicationEventPublisher events) {
    this.sql = sql;
    this.departures = departures;
    this.clearing = clearing;
    this.connecting = connecting;
    this.events = events;
  }

  long lay(long messageId, Outgoing draft, @Nullable Long after) {
    Instant now = departures.now();
    Instant from = clearing.of(draft) instanceof Clearance.Goes goes ? goes.from() : now;
    long id =
        sql.sql(
                """
                insert into delivery (message_id, customer_id, channel, address, created_at,
                  give_up_at, ready_at, connection_id, after_id, mass)
                values (:message, :customer, :channel, :address, :now, :giveUp, :from, :connection,
                  :after, coalesce((select mass from delivery where id = :after), false))
                returning id
                """)
            .param("message", messageId)
            .param("customer", draft.customerId())
            .param("channel", draft.medium().code())
            .param("address", draft.toAddress().strip())
            .param("now", Sql.at(now))
            .param("giveUp", Sql.at(from.plus(Sending.TRIED_FOR)))
            .param("from", Sql.at(from))
            .param("connection", connecting.of(draft))
            .param("after", after)
            .query(Long.class)
            .single();
    tell(id, messageId, draft, from);
    return id;
  }

  /** What people carry has to be known to them; a courier finds its own. */
  void tell(long deliveryId, long messageId, Outgoing draft, Instant from) {
    if (draft.medium().byPeople()) {
      events.publishEvent(
          new DeliveryLaid(
              deliveryId,
              messageId,
              draft.about(),
              draft.customerId(),
              draft.brandId(),
              draft.medium(),
              draft.toAddress().strip(),
              from));
    }
  }
}

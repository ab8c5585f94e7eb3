package amends.messages;

import amends.journal.Journal;
import amends.messages.InboundRows.Raw;
import amends.shared.Actor;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reports that a message did not arrive. One counts only when it came to the bounce address of that
 * very delivery, or returns that message's own identifier: the MAC in either is one that nobody
 * else can make, so a forged report silences no customer. Providers that put a return path of their
 * own in place of ours return the identifier.
 */
@Component
final class Bounces {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final Addresses addresses;
  private final Journal journal;
  private final ApplicationEventPublisher events;

  Bounces(
      JdbcClient sql,
      InstantSource clock,
      Addresses addresses,
      Journal journal,
      ApplicationEventPublisher events) {
    this.sql = sql;
    this.clock = clock;
    this.addresses = addresses;
    this.journal = journal;
    this.events = events;
  }

  /** Records a report that counts; false when it does not, and a colleague has to look. */
  boolean record(Raw raw, ReadMail mail) {
    ReadMail.Bounce bounce = mail.bounce();
    if (bounce == null) {
      return false;
    }
    return addresses
        .bounced(raw.envelopeTo())
        .or(() -> addresses.bounced(bounce.returned()))
        .or(() -> byIdentifier(bounce))
        .map(id -> bounce.complaint() ? complained(id) : record(id, bounce))
        .orElse(false);
  }

  private Optional<Long> byIdentifier(ReadMail.Bounce bounce) {
    return addresses.sent(bounce.returned()).flatMap(this::delivery);
  }

  private Optional<Long> delivery(Addresses.Sent sent) {
    return sql.sql(
            """
            select id from delivery
            where message_id = :message and customer_id = :customer and channel = 'email'
            """)
        .param("message", sent.messageId())
        .param("customer", sent.customerId())
        .query(Long.class)
        .optional();
  }

  private boolean record(long deliveryId, ReadMail.Bounce bounce) {
    // The other side may still be trying: only one that has given up ends the delivery, and only a
    // hard one the address.
    boolean hard = bounce.type() == ReadMail.Bounce.Type.HARD;
    boolean over = bounce.ended();
    String reason = reason(bounce);
    return sql.sql(
            """
            update delivery set last_reply = :reason,
              failed_at = case when :over then coalesce(failed_at, :now) else failed_at end,
              failed_why = case when :over then coalesce(failed_why, :reason) else failed_why end,
              permanent = case when :over then coalesce(permanent, false) or :hard
                else permanent end
            where id = :id
            returning message_id
            """)
        .param("id", deliveryId)
        .param("reason", reason)
        .param("over", over)
        .param("hard", hard)
        .param("now", Sql.at(clock.instant()))
        .query(Long.class)
        .optional()
        .map(messageId -> tell(deliveryId, messageId, bounce, reason))
        .orElse(false);
  }

  private boolean tell(long deliveryId, long messageId, ReadMail.Bounce bounce, String reason) {
    journal.record(
        bounce.ended() ? "delivery.bounced" : "delivery.delayed",
        Subject.of("delivery", deliveryId),
        Actor.SYSTEM,
        Map.of("message", messageId, "reason", bounce.reason()));
    if (bounce.ended()) {
      boolean hard = bounce.type() == ReadMail.Bounce.Type.HARD;
      events.publishEvent(
          new DeliveryFailed(deliveryId, messageId, about(messageId), reason, hard));
    }
    return true;
  }

  /** It arrived, and its reader called it unwanted. */
  private boolean complained(long deliveryId) {
    return sql.sql("select message_id, customer_id from delivery where id = :id")
        .param("id", deliveryId)
        .query((rs, n) ->
            new DeliveryComplained(deliveryId, rs.getLong(1), about(rs.getLong(1)), rs.getLong(2)))
        .optional()
        .map(this::tell)
        .orElse(false);
  }

  private boolean tell(DeliveryComplained complaint) {
    journal.record(
        "delivery.complained",
        Subject.of("delivery", complaint.deliveryId()),
        Actor.SYSTEM,
        Map.of("message", complaint.messageId()));
    events.publishEvent(complaint);
    return true;
  }

  private Subject about(long messageId) {
    return sql.sql("select about_kind, about_id from message where id = :id")
        .param("id", messageId)
        .query((rs, n) -> Subject.of(rs.getString(1), rs.getLong(2)))
        .single();
  }

  private static String reason(ReadMail.Bounce bounce) {
    String status = bounce.status() == null ? "" : bounce.status() + " ";
    String words = bounce.words().isEmpty() ? bounce.reason() : bounce.words();
    String reason = (status + words).strip();
    return reason.length() > 500 ? reason.substring(0, 500) : reason;
  }
}

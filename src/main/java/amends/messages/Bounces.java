package amends.messages;

import amends.journal.Journal;
import amends.messages.InboundRows.Raw;
import amends.shared.Actor;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reports that a message did not arrive. One counts only when it came to the bounce address of that
 * very delivery, whose MAC nobody else can make: a forged report silences no customer.
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
    return addresses.bounced(raw.envelopeTo()).map(id -> record(id, bounce)).orElse(false);
  }

  private boolean record(long deliveryId, ReadMail.Bounce bounce) {
    // The other side may still be trying: only a hard bounce ends the delivery.
    boolean hard = bounce.type() == ReadMail.Bounce.Type.HARD;
    String reason = reason(bounce);
    boolean known =
        sql.sql(
                """
                update delivery set last_reply = :reason,
                  failed_at = case when :hard then coalesce(failed_at, :now) else failed_at end,
                  failed_why = case when :hard then coalesce(failed_why, :reason) else failed_why end,
                  permanent = case when :hard then true else permanent end
                where id = :id
                returning message_id
                """)
            .param("id", deliveryId)
            .param("reason", reason)
            .param("hard", hard)
            .param("now", Sql.at(clock.instant()))
            .query(Long.class)
            .optional()
            .map(messageId -> tell(deliveryId, messageId, hard, reason))
            .orElse(false);
    return known;
  }

  private boolean tell(long deliveryId, long messageId, boolean hard, String reason) {
    journal.record(
        hard ? "delivery.bounced" : "delivery.delayed",
        Subject.of("delivery", deliveryId),
        Actor.SYSTEM,
        Map.of("message", messageId));
    if (hard) {
      events.publishEvent(
          new DeliveryFailed(deliveryId, messageId, about(messageId), reason, true));
    }
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
    String reason = (status + bounce.reason()).strip();
    return reason.length() > 500 ? reason.substring(0, 500) : reason;
  }
}

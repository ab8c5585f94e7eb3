package amends.messages;

import amends.journal.Journal;
import amends.messages.InboundRows.Raw;
import amends.shared.Actor;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.InstantSource;
import java.util.Map;
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
  private final Failures failures;

  Bounces(
      JdbcClient sql,
      InstantSource clock,
      Addresses addresses,
      Journal journal,
      Failures failures) {
    this.sql = sql;
    this.clock = clock;
    this.addresses = addresses;
    this.journal = journal;
    this.failures = failures;
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
    return sql.sql(
            """
            with before as (select id, failed_at from delivery where id = :id for update)
            update delivery d set last_reply = :reason,
              failed_at = case when :hard then coalesce(d.failed_at, :now) else d.failed_at end,
              failed_why = case when :hard then coalesce(d.failed_why, :reason) else d.failed_why end,
              permanent = case when :hard then true else d.permanent end
            from before where d.id = before.id
            returning d.message_id, before.failed_at is not null as known
            """)
        .param("id", deliveryId)
        .param("reason", reason)
        .param("hard", hard)
        .param("now", Sql.at(clock.instant()))
        .query((rs, n) -> new Told(rs.getLong("message_id"), rs.getBoolean("known")))
        .optional()
        .map(told -> tell(deliveryId, told, hard, reason))
        .orElse(false);
  }

  /**
   * @param known whether it had failed before
   */
  private record Told(long messageId, boolean known) {}

  private boolean tell(long deliveryId, Told told, boolean hard, String reason) {
    Map<String, Object> payload = Map.of("message", told.messageId());
    if (hard && !told.known()) {
      failures.failed(
          new Failures.Failed(
              "delivery.bounced",
              deliveryId,
              told.messageId(),
              about(told.messageId()),
              Medium.EMAIL,
              reason,
              true),
          payload);
    } else {
      journal.record(
          hard ? "delivery.bounced" : "delivery.delayed",
          Subject.of("delivery", deliveryId),
          Actor.SYSTEM,
          payload);
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

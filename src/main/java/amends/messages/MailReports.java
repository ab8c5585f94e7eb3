package amends.messages;

import amends.messages.InboundRows.Raw;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reports that a message did not arrive, or was unwanted. One counts only when it came to the
 * bounce address of that very delivery, or returns that message's own identifier: the MAC in either
 * is one that nobody else can make, so a forged report silences no customer. Providers that put a
 * return path of their own in place of ours return the identifier.
 */
@Component
final class MailReports {
  private final JdbcClient sql;
  private final Addresses addresses;
  private final Bounces bounces;
  private final MailComplaints complaints;
  private final NoticesBack notices;

  MailReports(
      JdbcClient sql,
      Addresses addresses,
      Bounces bounces,
      MailComplaints complaints,
      NoticesBack notices) {
    this.sql = sql;
    this.addresses = addresses;
    this.bounces = bounces;
    this.complaints = complaints;
    this.notices = notices;
  }

  /** Records a report that counts; false when it does not, and a colleague has to look. */
  boolean record(Raw raw, ReadMail mail) {
    ReadMail.Bounce report = mail.bounce();
    if (report == null) {
      return false;
    }
    Optional<Long> told = addresses.toldBack(raw.envelopeTo(), report.returned());
    if (told.isPresent()) {
      return notices.record(told.get(), report);
    }
    return addresses
        .bounced(raw.envelopeTo())
        .or(() -> addresses.bounced(report.returned()))
        .or(() -> addresses.amongMany(report.returned()))
        .or(() -> addresses.sent(report.returned()).flatMap(this::delivery))
        .map(id -> report.complaint() ? complaints.record(id) : bounces.record(id, report))
        .orElse(false);
  }

  private Optional<Long> delivery(Addresses.Sent sent) {
    return sql.sql(
            """
            select id from delivery
            where message_id = :message and customer_id = :customer and channel = 'email'
            order by id desc limit 1
            """)
        .param("message", sent.messageId())
        .param("customer", sent.customerId())
        .query(Long.class)
        .optional();
  }
}

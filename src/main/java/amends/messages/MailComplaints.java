package amends.messages;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Subject;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A message arrived and its reader called it unwanted: mail that nobody requires stops there. */
@Component
final class MailComplaints {
  private final JdbcClient sql;
  private final Journal journal;
  private final Suppressions suppressions;

  MailComplaints(JdbcClient sql, Journal journal, Suppressions suppressions) {
    this.sql = sql;
    this.journal = journal;
    this.suppressions = suppressions;
  }

  boolean record(long deliveryId) {
    return sql.sql("select message_id, address from delivery where id = :id")
        .param("id", deliveryId)
        .query((rs, n) -> new Unwanted(rs.getLong("message_id"), rs.getString("address")))
        .optional()
        .map(unwanted -> record(deliveryId, unwanted))
        .orElse(false);
  }

  private record Unwanted(long messageId, String address) {}

  private boolean record(long deliveryId, Unwanted unwanted) {
    journal.record(
        "delivery.complained",
        Subject.of("delivery", deliveryId),
        Actor.SYSTEM,
        Map.of("message", unwanted.messageId()));
    suppressions.suppress(Medium.EMAIL, unwanted.address(), "complaint", Actor.SYSTEM);
    return true;
  }
}

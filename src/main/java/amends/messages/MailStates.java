package amends.messages;

import amends.shared.OutboxHold;
import amends.shared.Settings;
import amends.shared.WorkRows;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells how mail flows. */
@Component
final class MailStates {
  private final JdbcClient sql;
  private final WorkRows inbound;
  private final WorkRows deliveries;
  private final Settings settings;
  private final ObjectProvider<OutboxHold> holds;

  MailStates(
      JdbcClient sql, InstantSource clock, Settings settings, ObjectProvider<OutboxHold> holds) {
    this.sql = sql;
    this.inbound = new WorkRows(sql, clock, "inbound");
    this.deliveries = new WorkRows(sql, clock, "delivery").among("channel", "email");
    this.settings = settings;
    this.holds = holds;
  }

  private boolean hasServers() {
    return sql.sql("select exists (select from mail_server)").query(Boolean.class).single();
  }

  boolean heldBack() {
    return holds.stream().anyMatch(OutboxHold::held);
  }

  MailState now() {
    WorkRows.Depth in = inbound.depth();
    WorkRows.Depth out = deliveries.depth();
    return new MailState(
        in.ready(),
        in.oldest(),
        in.troubled(),
        out.ready(),
        out.oldest(),
        out.troubled(),
        settings.smtp() != null || hasServers(),
        heldBack());
  }
}

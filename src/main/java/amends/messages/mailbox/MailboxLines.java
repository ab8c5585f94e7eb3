package amends.messages.mailbox;

import amends.messages.LineState;
import amends.messages.Lines;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The mailboxes that we read. */
@Component
@Order(1)
final class MailboxLines implements Lines {
  private final Mailboxes mailboxes;

  MailboxLines(Mailboxes mailboxes) {
    this.mailboxes = mailboxes;
  }

  @Override
  public List<LineState> lines() {
    return mailboxes.all().stream().map(MailboxLines::line).toList();
  }

  private static LineState line(Mailbox mailbox) {
    Mailbox.State state = mailbox.state();
    String how =
        mailbox.pausedAt() != null
            ? "off"
            : state.trouble() != null ? "trouble" : state.okAt() == null ? "waiting" : "ok";
    return new LineState(
        "mailbox",
        mailbox.name(),
        mailbox.server().host() + " · " + mailbox.folder(),
        how,
        state.okAt(),
        0,
        state.trouble(),
        state.detail(),
        "/mailboxes/" + mailbox.id(),
        "/mailboxes/" + mailbox.id() + "/test");
  }
}

package amends.messages.mailbox;

import amends.shared.KeyRing;
import amends.shared.Refusal;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** What opens each mailbox: locked by the key ring where it is stored. */
@Component
final class Passes {
  private static final String PURPOSE = "mailbox-password";

  private final MailboxRows rows;
  private final KeyRing keys;

  Passes(MailboxRows rows, KeyRing keys) {
    this.rows = rows;
    this.keys = keys;
  }

  Pass of(Mailbox mailbox) {
    return rows.secret(mailbox.id())
        .map(locked -> keys.unlock(PURPOSE, locked))
        .map(bytes -> new Pass.Password(new String(bytes, StandardCharsets.UTF_8)))
        .orElseThrow(() -> new Refusal("password", "messages.mailbox.refusal.password"));
  }

  void keep(long mailbox, String password) {
    rows.keepSecret(mailbox, keys.lock(PURPOSE, password.getBytes(StandardCharsets.UTF_8)));
  }
}

package amends.messages.mailbox;

import amends.messages.account.AccountTokens;
import amends.messages.account.TokenTrouble;
import amends.shared.KeyRing;
import amends.shared.Refusal;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** What opens each mailbox: a password, locked by the key ring where it is stored, or a token. */
@Component
final class Passes {
  private static final String PURPOSE = "mailbox-password";

  private final MailboxRows rows;
  private final KeyRing keys;
  private final AccountTokens tokens;

  Passes(MailboxRows rows, KeyRing keys, AccountTokens tokens) {
    this.rows = rows;
    this.keys = keys;
    this.tokens = tokens;
  }

  /** No token could be had. */
  static final class NoToken extends MessagingException {
    private static final long serialVersionUID = 1L;
    private final String key;

    NoToken(TokenTrouble trouble) {
      super(trouble.detail());
      this.key = trouble.key();
    }

    String key() {
      return key;
    }
  }

  Pass of(Mailbox mailbox) throws NoToken {
    Long account = mailbox.accountId();
    return account == null ? password(mailbox) : bearer(account);
  }

  private Pass bearer(long account) throws NoToken {
    try {
      return new Pass.Bearer(tokens.access(account));
    } catch (TokenTrouble trouble) {
      throw new NoToken(trouble);
    }
  }

  /** The server did not take what we hold, although it has not ended: the next is fetched anew. */
  void refused(Mailbox mailbox) {
    Long account = mailbox.accountId();
    if (account != null) {
      tokens.spoilt(account);
    }
  }

  private Pass password(Mailbox mailbox) {
    return rows.secret(mailbox.id())
        .map(locked -> keys.unlock(PURPOSE, locked))
        .map(bytes -> new Pass.Password(new String(bytes, StandardCharsets.UTF_8)))
        .orElseThrow(() -> new Refusal("password", "messages.mailbox.refusal.password"));
  }

  void keep(long mailbox, String password) {
    rows.keepSecret(mailbox, keys.lock(PURPOSE, password.getBytes(StandardCharsets.UTF_8)));
  }
}

package amends.messages.mailbox;

import amends.messages.mailbox.ImapLine.Item;
import amends.messages.mailbox.Reins.Lease;
import amends.shared.Acts;
import amends.shared.Settings;
import amends.shared.Tokens;
import jakarta.mail.MessagingException;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Takes mails out of a mailbox one by one: laid down and counted as read in one act, so that a node
 * that dies between two bytes has either taken a mail or not.
 */
@Component
final class Gathering {
  private static final int TRIES = 3;

  private final Acts acts;
  private final Reins reins;
  private final NotOurs notOurs;
  private final Inlet inlet;
  private final Settings settings;

  Gathering(Acts acts, Reins reins, NotOurs notOurs, Inlet inlet, Settings settings) {
    this.acts = acts;
    this.reins = reins;
    this.notOurs = notOurs;
    this.inlet = inlet;
    this.settings = settings;
  }

  /** Notes how the server numbers; the mailbox as it is from then on. */
  void begin(Lease lease, Mailbox mailbox, ImapLine line) throws MessagingException {
    long validity = line.validity();
    long from = mailbox.fromStart() ? 0 : line.nextUid() - 1;
    acts.run(() -> reins.numbered(lease, validity, from));
  }

  void take(Lease lease, Mailbox mailbox, ImapLine line, long uid)
      throws MessagingException, IOException {
    long validity = line.validity();
    try {
      Item item = line.item(uid);
      if (item != null) {
        take(lease, mailbox, line, item);
      }
    } catch (Reins.Lost | DataAccessException | TransactionException e) {
      throw e;
    } catch (MessagingException | IOException | RuntimeException e) {
      int times = acts.call(() -> reins.stuck(lease, uid));
      if (times < TRIES) {
        throw e;
      }
      acts.run(() -> reins.advance(lease, validity, uid, new byte[0], "failed"));
    }
  }

  private void take(Lease lease, Mailbox mailbox, ImapLine line, Item item)
      throws MessagingException, IOException {
    long validity = line.validity();
    byte[] head = Tokens.sha256(item.head());
    Postmark mark = Postmark.read(item.head(), mailbox.address());
    if (reins.known(mailbox.id(), validity, head)) {
      pass(lease, validity, item, head, "known");
    } else if (notOurs.covers(mark.sender(), mark.list())) {
      pass(lease, validity, item, head, "left");
    } else if (item.size() > settings.maxMailBytes()) {
      pass(lease, validity, item, head, "large");
    } else {
      byte[] raw = line.raw(item, settings.maxMailBytes());
      if (raw.length > settings.maxMailBytes()) {
        pass(lease, validity, item, head, "large");
        return;
      }
      acts.run(() -> {
        inlet.lay(mailbox.id(), mark.from(), mark.to(), raw);
        reins.advance(lease, validity, item.uid(), head, "taken");
      });
      inlet.ready();
    }
  }

  private void pass(Lease lease, long validity, Item item, byte[] head, String what) {
    acts.run(() -> reins.advance(lease, validity, item.uid(), head, what));
  }
}

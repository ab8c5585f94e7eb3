package amends.messages.mailbox;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Settings.Tls;
import amends.shared.Subject;
import jakarta.mail.MessagingException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The mailboxes that are read, as an administrator keeps them. */
@Component
public final class Mailboxes {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int LONGEST = 200;

  private final MailboxRows rows;
  private final Passes passes;
  private final Acts acts;
  private final Journal journal;

  Mailboxes(MailboxRows rows, Passes passes, Acts acts, Journal journal) {
    this.rows = rows;
    this.passes = passes;
    this.acts = acts;
    this.journal = journal;
  }

  public List<Mailbox> all() {
    return rows.all();
  }

  /**
   * @throws amends.shared.NotFound when there is none of this number
   */
  public Mailbox get(long id) {
    return rows.get(id);
  }

  /**
   * @return its number
   * @throws Refusal what is wrong with it
   */
  public long add(Mailbox.Draft draft, Actor by) {
    check(draft);
    if (draft.password().isEmpty() && draft.account() == null) {
      throw new Refusal("password", "messages.mailbox.refusal.password");
    }
    return acts.call(() -> {
      long id = rows.add(draft);
      if (draft.account() == null) {
        passes.keep(id, draft.password());
      }
      tell("mailbox.added", id, by);
      return id;
    });
  }

  /**
   * @throws Refusal what is wrong with it
   */
  public void change(long id, Mailbox.Draft draft, Actor by) {
    check(draft);
    Mailbox before = rows.get(id);
    // A stored password must not be sent to whatever server somebody names.
    boolean elsewhere =
        !before.server().host().equalsIgnoreCase(draft.server().host())
            || before.server().port() != draft.server().port()
            || before.accountId() != null;
    if (draft.account() == null && draft.password().isEmpty() && elsewhere) {
      throw new Refusal("password", "messages.mailbox.refusal.password-again");
    }
    acts.run(() -> {
      rows.change(id, draft);
      if (draft.account() == null && !draft.password().isEmpty()) {
        passes.keep(id, draft.password());
      }
      tell("mailbox.changed", id, by);
    });
  }

  public void pause(long id, Actor by) {
    rows.get(id);
    acts.run(() -> {
      rows.pause(id, true);
      tell("mailbox.paused", id, by);
    });
  }

  public void resume(long id, Actor by) {
    rows.get(id);
    acts.run(() -> {
      rows.pause(id, false);
      tell("mailbox.resumed", id, by);
    });
  }

  /** What was taken from it stays; its password is forgotten. */
  public void remove(long id, Actor by) {
    rows.get(id);
    acts.run(() -> {
      rows.remove(id);
      tell("mailbox.removed", id, by);
    });
  }

  /** Fetches once more what could not be fetched. */
  public void again(long id, Actor by) {
    rows.get(id);
    acts.run(() -> {
      rows.again(id);
      tell("mailbox.again", id, by);
    });
  }

  /**
   * What came of opening it.
   *
   * @param trouble null when all is well
   * @param mails how many lie in the folder
   * @param idle whether the server tells of new mail by itself
   */
  public record Tried(@Nullable ImapTrouble trouble, int mails, boolean idle) {}

  /** Opens it as a watch would, and closes it again; nothing is taken. */
  public Tried test(long id) {
    Mailbox mailbox = rows.get(id);
    try (ImapLine line =
        ImapLine.open(
            mailbox.server(), mailbox.login(), passes.of(mailbox), mailbox.folder(), PATIENCE)) {
      return new Tried(null, line.count(), line.canIdle());
    } catch (Refusal refusal) {
      return new Tried(new ImapTrouble(refusal.key(), ""), 0, false);
    } catch (MessagingException | RuntimeException e) {
      return new Tried(ImapTrouble.of(e), 0, false);
    }
  }

  private void tell(String what, long id, Actor by) {
    journal.record(what, Subject.of("mailbox", id), by, Map.of());
  }

  private static void check(Mailbox.Draft draft) {
    need("name", draft.name());
    need("host", draft.server().host());
    need("login", draft.login());
    need("folder", draft.folder());
    if (!draft.server().host().matches("[A-Za-z0-9.:-]{1,253}")) {
      throw new Refusal("host", "messages.mailbox.refusal.host");
    }
    if (draft.server().port() < 1 || draft.server().port() > 65535) {
      throw new Refusal("port", "messages.mailbox.refusal.port");
    }
    if (!draft.address().matches("[^@\\s]+@[^@\\s]+")) {
      throw new Refusal("address", "messages.send.address", draft.address());
    }
    if (draft.server().tls() == Tls.NONE && !isThisMachine(draft.server().host())) {
      throw new Refusal("tls", "messages.mailbox.refusal.plain");
    }
  }

  private static void need(String field, String words) {
    boolean bad =
        words.isBlank()
            || words.length() > LONGEST
            || words.chars().anyMatch(Character::isISOControl);
    if (bad) {
      throw new Refusal(field, "messages.mailbox.refusal." + field);
    }
  }

  private static boolean isThisMachine(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}

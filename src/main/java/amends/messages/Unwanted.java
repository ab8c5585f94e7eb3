package amends.messages;

import amends.messages.mailbox.NotOurs;
import amends.messages.mailbox.NotOurs.Mark;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Mail out of a mailbox that is not for us, and what comes like it: it stays there from now on. */
@Component
public final class Unwanted {
  private static final Pattern LIST = Pattern.compile("<([^<>\\s]{1,200})>\\s*$");

  private final Acts acts;
  private final HeldDesk held;
  private final InboundRows inbound;
  private final StoredMail stored;
  private final NotOurs notOurs;

  Unwanted(Acts acts, HeldDesk held, InboundRows inbound, StoredMail stored, NotOurs notOurs) {
    this.acts = acts;
    this.held = held;
    this.inbound = inbound;
    this.stored = stored;
    this.notOurs = notOurs;
  }

  /**
   * What mail like it has in common.
   *
   * @param mark {@code sender} or {@code list}
   */
  public record Like(String mark, String value) {}

  /** Its list or else its sender; empty when it came another way than out of a mailbox. */
  public Optional<Like> like(Held item) {
    if (inbound.find(item.inboundId()).map(Inbound::mailboxId).isEmpty()) {
      return Optional.empty();
    }
    ReadMail mail = stored.read(item.inboundId());
    Optional<Like> list =
        mail.header("List-Id").stream()
            .map(LIST::matcher)
            .filter(Matcher::find)
            .map(m -> new Like("list", m.group(1).toLowerCase(Locale.ROOT)))
            .findFirst();
    return list.or(() ->
        Optional.ofNullable(mail.from())
            .map(MailPerson::address)
            .filter(address -> address.contains("@"))
            .map(address -> new Like("sender", address.toLowerCase(Locale.ROOT))));
  }

  /**
   * Puts it aside, and leaves mail like it where it lies.
   *
   * @param reason in words, for whoever looks later
   * @throws Refusal when it did not come out of a mailbox, or was decided already
   */
  public void refuse(long heldId, String reason, Actor by) {
    Like like =
        like(held.rows().get(heldId))
            .orElseThrow(() -> new Refusal("", "messages.item.not-ours.none"));
    acts.run(() -> {
      held.release(heldId, by, new Disposition.Dismiss(reason));
      notOurs.note(Mark.valueOf(like.mark().toUpperCase(Locale.ROOT)), like.value(), by);
    });
  }
}

package amends.messages;

import amends.shared.Actor;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every word in and out. */
@Component
public final class Messages {
  private final Outbox outbox;
  private final MessageRows rows;
  private final InboundRows inbound;
  private final HeldDesk held;
  private final MailStates states;

  Messages(Outbox outbox, MessageRows rows, InboundRows inbound, HeldDesk held, MailStates states) {
    this.outbox = outbox;
    this.rows = rows;
    this.inbound = inbound;
    this.held = held;
    this.states = states;
  }

  /**
   * Asks the gates, then writes the message and its delivery in the caller's transaction; a courier
   * sends it once that is committed. An automatic message beyond the caps is written and not sent:
   * {@link MessageNotSent} tells.
   *
   * @return the id of the message
   * @throws Refusal what a gate says, with the mend
   */
  public long send(Outgoing draft) {
    return outbox.send(draft);
  }

  /** All messages about a subject, oldest first. */
  public List<Message> about(Subject subject) {
    return rows.about(subject);
  }

  /** What somebody of the house wrote. */
  public record Reply(long id, Instant at, String text) {}

  /** What people of the house wrote about a subject and did not take back, oldest first. */
  public List<Reply> replies(Subject subject) {
    return rows.replies(subject);
  }

  public Optional<Message> message(long id) {
    return rows.find(id);
  }

  /** Where a delivery went. */
  public Optional<String> address(long deliveryId) {
    return rows.address(deliveryId);
  }

  public Optional<Inbound> inbound(long id) {
    return inbound.find(id);
  }

  /**
   * Held mail that waits, by the moment at which somebody has to have looked.
   *
   * @param after the last id of the page before; null for the first page
   */
  public List<Held> held(HeldKind kind, @Nullable Long after, int most) {
    return held.rows().waiting(kind, after, most);
  }

  /** What waits, counted for each matter; whoever shows it leaves out what a viewer may not see. */
  public List<HeldCount> heldCounts() {
    return held.rows().counts();
  }

  /** How much of it waits. */
  public long heldCount(HeldKind kind) {
    return held.rows().count(kind);
  }

  /** Whether something waits for longer than it may. */
  public boolean heldIsLate() {
    return held.rows().isLate();
  }

  /**
   * @throws NotFound when there is no such item
   */
  public Held held(long id) {
    return held.rows().get(id);
  }

  /**
   * Decides on held mail, once.
   *
   * @return what became of it; empty when it was dismissed
   * @throws Refusal when it was decided already, or a reason is missing
   */
  public Optional<Taken> release(long heldId, Actor by, Disposition what) {
    return held.release(heldId, by, what);
  }

  /** How mail flows, for the health page. */
  public MailState state() {
    return states.now();
  }
}

package amends.messages;

import amends.customers.Purpose;
import amends.shared.Acts;
import amends.shared.Refusal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The only way out: past every gate and within the caps. */
@Component
final class Outbox {
  private final Acts acts;
  // Asked for at the first message: gates are made by the rooms above.
  private final Supplier<List<SendGate>> gates;
  private final Caps caps;
  private final Fitting fitting;
  private final Sending sending;

  Outbox(Acts acts, ObjectProvider<SendGate> gates, Caps caps, Fitting fitting, Sending sending) {
    this.acts = acts;
    this.gates = SingletonSupplier.of(() -> gates.orderedStream().toList());
    this.caps = caps;
    this.fitting = fitting;
    this.sending = sending;
  }

  long send(Outgoing draft) {
    return acts.call(() -> {
      check(draft);
      Clearance clearance = fitting.clear(draft);
      if (!draft.kind().automatic()) {
        return write(sending.nextId(), draft, clearance);
      }
      Caps.Begun begun = caps.begin(draft);
      return write(begun.messageId(), draft, capped(draft, clearance, begun.stop()));
    });
  }

  private long write(long id, Outgoing draft, Clearance clearance) {
    sending.write(id, draft, clearance);
    return id;
  }

  /** Words of safety are not counted. */
  private static Clearance capped(Outgoing draft, Clearance clearance, @Nullable String tooMany) {
    return tooMany == null
            || clearance instanceof Clearance.Stays
            || draft.purpose() == Purpose.SAFETY
        ? clearance
        : new Clearance.Stays(tooMany);
  }

  private void check(Outgoing draft) {
    fitting.check(draft);
    if (draft.subject().isBlank() || hasControls(draft.subject())) {
      throw new Refusal("subject", "messages.send.subject");
    }
    if (draft.body().isBlank()) {
      throw new Refusal("body", "messages.send.body");
    }
    for (SendGate gate : gates.get()) {
      gate.stop(draft)
          .ifPresent(refusal -> {
            throw refusal;
          });
    }
  }

  private static boolean hasControls(String words) {
    return words.chars().anyMatch(Character::isISOControl);
  }
}

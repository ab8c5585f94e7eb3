package amends.messages;

import amends.shared.Acts;
import amends.shared.Refusal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.function.SingletonSupplier;

/** The only way out: past every gate and within the caps. */
@Component
final class Outbox {
  private static final int LONGEST_ADDRESS = 254;

  private final Acts acts;
  // Asked for at the first message: gates are made by the rooms above.
  private final Supplier<List<SendGate>> gates;
  private final Caps caps;
  private final Sending sending;
  private final Nudges nudges;

  Outbox(Acts acts, ObjectProvider<SendGate> gates, Caps caps, Sending sending, Nudges nudges) {
    this.acts = acts;
    this.gates = SingletonSupplier.of(() -> gates.orderedStream().toList());
    this.caps = caps;
    this.sending = sending;
    this.nudges = nudges;
  }

  long send(Outgoing draft) {
    return acts.call(() -> {
      check(draft);
      Caps.Begun begun =
          draft.kind().automatic() ? caps.begin(draft) : new Caps.Begun(sending.nextId(), null);
      sending.write(begun.messageId(), draft, begun.stop());
      nudgeOnceCommitted(begun.stop());
      return begun.messageId();
    });
  }

  private void check(Outgoing draft) {
    if (!isAddress(draft.toAddress().strip())) {
      throw new Refusal("to", "messages.send.address", draft.toAddress());
    }
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

  private static boolean isAddress(String address) {
    int at = address.lastIndexOf('@');
    return at > 0
        && at < address.length() - 1
        && address.length() <= LONGEST_ADDRESS
        && !hasControls(address)
        && address.indexOf(' ') < 0;
  }

  private static boolean hasControls(String words) {
    return words.chars().anyMatch(Character::isISOControl);
  }

  private void nudgeOnceCommitted(@Nullable String notSent) {
    if (notSent == null) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              nudges.courier.pull();
            }
          });
    }
  }
}

package amends.cases;

import amends.messages.Next;
import amends.messages.Outgoing;
import amends.messages.SendGate;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Commitment 1 at the send gate: a message about a case says what happens next, and what it says is
 * a promise in the ledger, about that case, still owed.
 */
@Component
final class NextGate implements SendGate {
  private final Promises promises;

  NextGate(Promises promises) {
    this.promises = promises;
  }

  @Override
  public Optional<Refusal> stop(Outgoing draft) {
    return switch (draft.next()) {
      case Next.NothingMore nothing -> Optional.empty();
      // What is said to many is promised to each as they hear it.
      case Next.By by when draft.kind() == Outgoing.Kind.BROADCAST -> Optional.empty();
      case Next.By by -> {
        Promise promise = promises.asMade(by.promiseId());
        boolean stands =
            promise.owed()
                && promise.about().equals(draft.about())
                && promise.dueAt().equals(by.dueAt());
        yield stands
            ? Optional.empty()
            : Optional.of(new Refusal("next", "cases.refusal.next-not-promised"));
      }
    };
  }
}

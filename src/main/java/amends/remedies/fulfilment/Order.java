package amends.remedies.fulfilment;

import amends.shared.Money;
import amends.shared.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one grant needs done, with every try.
 *
 * @param what {@code money}, {@code shipment} or {@code task}
 * @param reference what it goes back to, or what is sent; may be empty
 * @param attempts the oldest first
 */
public record Order(
    long id,
    long grantId,
    String what,
    @Nullable Money money,
    long customerId,
    Subject about,
    String reference,
    Instant orderedAt,
    List<Attempt> attempts) {
  public Order {
    attempts = List.copyOf(attempts);
  }

  Order with(List<Attempt> tries) {
    return new Order(id, grantId, what, money, customerId, about, reference, orderedAt, tries);
  }

  /** Whether nothing leaves for it any more: every try has ended, and none was done. */
  public boolean isOver() {
    return attempts.stream().allMatch(attempt -> attempt.state().isOver());
  }

  /** The try that counts: the one that lives or was done, else the last. */
  public @Nullable Attempt last() {
    return attempts.stream()
        .filter(a -> !a.state().isOver())
        .findFirst()
        .orElse(attempts.isEmpty() ? null : attempts.getLast());
  }
}

package amends.promises;

import amends.shared.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rhythm that runs, or ran, for a matter.
 *
 * @param beats how many of its promises have come to their end
 * @param promiseId the one that is its next while it runs
 * @param reason why a person ended it
 */
public record Cadence(
    long id,
    CadenceRule rule,
    Subject about,
    long customerId,
    int beats,
    long promiseId,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String endKind,
    @Nullable String reason) {
  public boolean runs() {
    return endedAt == null;
  }
}

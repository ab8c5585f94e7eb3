package amends.remedies;

import amends.shared.Money;
import amends.shared.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A remedy above its asker's authority, put before one person.
 *
 * @param askedBy a person's id, negative for a token
 * @param approver who answers now: the one who was named, or the one who stands in
 * @param named who was named when it was asked
 * @param passedAt when the stand-in took over, and {@code passedWhy}: absent, deadline or left
 * @param dueAt by when somebody answers; by then the customer hears
 * @param promiseId the promise to tell the customer by then
 * @param words of the answer, for the asker
 */
public record Request(
    long id,
    Subject about,
    long customerId,
    long brandId,
    long teamId,
    Wanted wanted,
    Money amount,
    long askedBy,
    Instant askedAt,
    long approver,
    long named,
    @Nullable Instant passedAt,
    @Nullable String passedWhy,
    Instant dueAt,
    @Nullable Long promiseId,
    @Nullable Long answeredBy,
    @Nullable Instant approvedAt,
    @Nullable Instant refusedAt,
    @Nullable Instant withdrawnAt,
    String words,
    @Nullable Long grantId) {
  public boolean open() {
    return approvedAt == null && refusedAt == null && withdrawnAt == null;
  }

  public Subject subject() {
    return Subject.of("remedy_request", id);
  }
}

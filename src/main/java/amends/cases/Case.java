package amends.cases;

import amends.promises.Owner;
import amends.shared.Subject;
import amends.staff.Scope;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One customer's matter: what this room itself knows of it. Its messages, promises and remedies
 * stand in their own rooms.
 *
 * @param id the number that people say
 * @param ownerId the person who owns it; null when its team does
 * @param happened what happened, in short; may be empty
 * @param asks what the customer asks for; null when they did not say
 * @param mood angry, afraid, letdown, calm or relieved; null when nobody has said
 * @param customerKnowsAt since when the customer knows of it; null for a case that we opened first
 * @param ownedAt since when its owner has it
 * @param nextPromiseId the next moment; null once closed
 * @param waiting for whom we wait; null when it is our turn
 * @param brokenAt when a promise about it was broken that nobody has made good since
 * @param named the only people who may know of it; null when it is not restricted
 */
public record Case(
    long id,
    long brandId,
    long teamId,
    @Nullable Long ownerId,
    long customerId,
    String channel,
    String subject,
    String happened,
    @Nullable String asks,
    @Nullable String mood,
    @Nullable Long orderId,
    @Nullable Long unitId,
    Instant openedAt,
    @Nullable Instant customerKnowsAt,
    @Nullable Instant ownedAt,
    @Nullable Long nextPromiseId,
    @Nullable Instant nextDueAt,
    @Nullable String waiting,
    @Nullable Instant brokenAt,
    @Nullable Instant settledAt,
    @Nullable Instant closedAt,
    @Nullable Set<Long> named) {

  public static Subject subject(long id) {
    return Subject.of("case", id);
  }

  public Subject asSubject() {
    return subject(id);
  }

  public Scope scope() {
    return Scope.of(ownerId, teamId, brandId).only(named);
  }

  /** Who answers for what is promised in it. */
  public Owner promiser() {
    return new Owner(ownerId, teamId);
  }

  public boolean closed() {
    return closedAt != null;
  }

  /** Whether only named people know of it and only approved words leave it. */
  public boolean restricted() {
    return named != null;
  }

  public boolean settled() {
    return settledAt != null;
  }
}

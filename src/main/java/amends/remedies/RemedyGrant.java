package amends.remedies;

import amends.shared.Actor;
import amends.shared.Money;
import amends.shared.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One remedy given.
 *
 * @param packageId the grant of the package that it is a part of
 * @param amount what is paid, or what it costs us
 * @param reason why, as colleagues read it
 * @param ruledBy whose authority it was given under: a person's id, negative for a token
 * @param requestId the request that was approved; null when nobody was asked
 * @param promisedAt when the customer was told that it is there
 * @param checkPromiseId the promise to look whether it arrived and works; null for an interim one
 */
public record RemedyGrant(
    long id,
    Subject about,
    long customerId,
    long brandId,
    long teamId,
    long remedyId,
    Remedy.Kind kind,
    boolean interim,
    @Nullable Long packageId,
    Money amount,
    @Nullable Long productId,
    @Nullable Long unitId,
    @Nullable Long replacesUnitId,
    @Nullable String cause,
    Severity severity,
    String reason,
    long ruledBy,
    long limitId,
    @Nullable Long requestId,
    @Nullable Long offerId,
    Actor grantedBy,
    Instant grantedAt,
    @Nullable Instant promisedAt,
    @Nullable Long checkPromiseId,
    Fate fate) {

  /** When what became of it; null where it has not. What came back is done no longer. */
  public record Fate(
      @Nullable Instant unknownAt,
      @Nullable Instant doneAt,
      @Nullable Subject evidence,
      @Nullable Instant failedAt,
      @Nullable String failedReason,
      @Nullable Instant stoppedAt,
      @Nullable Instant reclaimedAt,
      @Nullable Instant returnedAt,
      @Nullable Instant unsafeAt,
      @Nullable Instant undoneAt,
      @Nullable Instant cameBackAt) {}

  /** Where it stands. */
  public enum State {
    /** Given, and on its way. */
    GRANTED,
    /** Nobody knows whether it left; it is being asked. */
    UNKNOWN,
    DONE,
    /** It had left and came back to us: another way is sought. */
    CAME_BACK,
    FAILED,
    STOPPED,
    /** By whoever gave it, before anything left. */
    UNDONE,
    RECLAIMED
  }

  public State state() {
    if (fate.reclaimedAt() != null) {
      return State.RECLAIMED;
    }
    if (fate.stoppedAt() != null) {
      return fate.undoneAt() == null ? State.STOPPED : State.UNDONE;
    }
    if (fate.failedAt() != null) {
      return State.FAILED;
    }
    if (fate.doneAt() != null) {
      return State.DONE;
    }
    if (fate.cameBackAt() != null) {
      return State.CAME_BACK;
    }
    return fate.unknownAt() != null ? State.UNKNOWN : State.GRANTED;
  }

  public Subject subject() {
    return Subject.of("remedy_grant", id);
  }
}

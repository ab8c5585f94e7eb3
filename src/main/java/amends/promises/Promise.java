package amends.promises;

import amends.shared.Actor;
import amends.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A commitment to a customer with a due moment, as it stands in the ledger.
 *
 * @param about what it belongs to, such as a case
 * @param words what was promised, as the customer reads it
 * @param warnAt from when on it counts as due soon, and its owner is warned
 * @param followsId the promise that this one replaced when that was moved or agreed anew
 * @param evidence what kept it, or what was sent to keep it and is not yet accepted
 */
public record Promise(
    long id,
    Subject about,
    long customerId,
    Kind kind,
    String words,
    Instant dueAt,
    Instant warnAt,
    Owner owner,
    Instant madeAt,
    Actor madeBy,
    @Nullable Long followsId,
    @Nullable Subject evidence,
    Moments moments) {

  /** What kind of next moment it is. */
  public enum Kind {
    /** The first answer of a person, stated by the acknowledgement. */
    ANSWER,
    /** A further word to the customer. */
    CONTACT,
    /** The look back, within a day after the matter was settled. */
    FOLLOW_UP,
    /** To ask whether what was given arrived and works; kept by that answer alone. */
    CHECK,
    /** Something that is done: a visit, a delivery. No word keeps it, only the deed. */
    DEED,
    /** A look at the case by ourselves, where contact must not happen or is not wanted. */
    LOOK
  }

  /**
   * When what became of it; null where it has not.
   *
   * @param escalatedTo the person whom the breach was put before: the team's lead, else a manager;
   *     null where there is neither
   * @param untoldAt when it turned out that the customer had not been told of its move
   */
  public record Moments(
      @Nullable Instant warnedAt,
      @Nullable Instant keptAt,
      @Nullable Instant movedAt,
      @Nullable Instant agreedAt,
      @Nullable Instant releasedAt,
      @Nullable Instant brokenAt,
      @Nullable Instant escalatedAt,
      @Nullable Long escalatedTo,
      @Nullable Instant madeGoodAt,
      @Nullable Instant untoldAt) {}

  /** Neither kept, moved, agreed anew, released nor broken. */
  public boolean owed() {
    return moments.keptAt() == null
        && moments.movedAt() == null
        && moments.agreedAt() == null
        && moments.releasedAt() == null
        && moments.brokenAt() == null;
  }

  public boolean broken() {
    return moments.brokenAt() != null;
  }

  /**
   * When the owner is warned: a quarter of the time before it is due, at least 15 minutes and at
   * most two hours, never before the promise was made. A house rule.
   */
  static Instant warnAt(Instant madeAt, Instant dueAt) {
    Duration quarter = Duration.between(madeAt, dueAt).dividedBy(4);
    Duration lead = clamp(quarter, Duration.ofMinutes(15), Duration.ofHours(2));
    Instant warnAt = dueAt.minus(lead);
    return warnAt.isBefore(madeAt) ? (madeAt.isBefore(dueAt) ? madeAt : dueAt) : warnAt;
  }

  private static Duration clamp(Duration value, Duration least, Duration most) {
    return value.compareTo(least) < 0 ? least : value.compareTo(most) > 0 ? most : value;
  }
}

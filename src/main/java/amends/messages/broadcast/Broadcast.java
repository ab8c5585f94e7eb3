package amends.messages.broadcast;

import amends.customers.Purpose;
import amends.shared.Actor;
import amends.shared.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One text to many.
 *
 * @param list null before it was asked for
 * @param going null before it is started
 */
public record Broadcast(
    long id,
    Words words,
    Actor madeBy,
    Instant madeAt,
    @Nullable Long correctsId,
    @Nullable Whom list,
    @Nullable Going going) {

  public static final Subject NONE = Subject.of("broadcast", 0);

  public Subject subject() {
    return Subject.of("broadcast", id);
  }

  /**
   * What is said, for what, by which way.
   *
   * @param body with places in braces
   */
  public record Words(long brandId, Purpose purpose, Ways ways, String subject, String body) {}

  /** Which way each person is written to. */
  public enum Ways {
    /** What they prefer, of e-mail and text message; else e-mail, else text message. */
    PREFERRED,
    EMAIL,
    SMS;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * To whom.
   *
   * @param audience a code of an {@link Audience}
   * @param frozenAt null while the list is being made
   * @param people how many people are on it
   * @param reachable how many of them can be reached at all
   */
  public record Whom(String audience, @Nullable Instant frozenAt, int people, int reachable) {}

  /**
   * Its way once it is started.
   *
   * @param leavesAt the first leaves not before; until then nothing has been sent
   * @param expandedAt every delivery is laid
   * @param endedAt nothing more happens by itself
   */
  public record Going(
      long messageId,
      Instant startedAt,
      Instant leavesAt,
      @Nullable Instant expandedAt,
      @Nullable Instant pausedAt,
      @Nullable Instant supersededAt,
      @Nullable Instant cancelledAt,
      @Nullable Instant endedAt) {
    public boolean stopped() {
      return supersededAt != null || cancelledAt != null;
    }
  }

  public boolean started() {
    return going != null;
  }

  public boolean frozen() {
    return list != null && list.frozenAt() != null;
  }

  /** How it is with it, as a code. */
  public State state(Instant now) {
    if (going == null) {
      return list == null ? State.DRAFT : frozen() ? State.READY : State.LISTING;
    }
    if (going.supersededAt() != null) {
      return State.SUPERSEDED;
    }
    if (going.cancelledAt() != null) {
      return State.CANCELLED;
    }
    if (going.endedAt() != null) {
      return State.DONE;
    }
    if (going.pausedAt() != null) {
      return State.PAUSED;
    }
    return now.isBefore(going.leavesAt()) ? State.WAITING : State.GOING;
  }

  public enum State {
    DRAFT,
    LISTING,
    READY,
    WAITING,
    GOING,
    PAUSED,
    DONE,
    SUPERSEDED,
    CANCELLED;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}

package amends.messages.broadcast;

import amends.customers.Purpose;
import amends.messages.Mailing;
import amends.shared.Actor;
import amends.shared.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
   * @param after what happens next, which is said below the body
   */
  public record Words(
      long brandId, Purpose purpose, Ways ways, String subject, String body, After after) {
    /** Nothing more comes unless they write. */
    public Words(long brandId, Purpose purpose, Ways ways, String subject, String body) {
      this(brandId, purpose, ways, subject, body, After.NOTHING);
    }
  }

  /** Which way each person is written to. */
  public enum Ways {
    /** What they prefer, of e-mail and text message; else e-mail, else text message. */
    PREFERRED,
    /**
     * What they prefer, of these and of letters and calls; else the first of them in this order.
     */
    ANY,
    EMAIL,
    SMS,
    /** Printed by colleagues, many at a time. */
    LETTER,
    /** A colleague calls each of them. */
    PHONE;

    /** The channels that it may be, the one that is tried first in front. */
    List<String> channels() {
      return switch (this) {
        case PREFERRED -> List.of("email", "sms");
        case ANY -> List.of("email", "sms", "letter", "phone");
        case EMAIL, SMS, LETTER, PHONE -> List.of(code());
      };
    }

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

  /** As couriers and colleagues take it up; it has been started. */
  Mailing mailing() {
    Going way = Objects.requireNonNull(going);
    return new Mailing(
        id,
        way.messageId(),
        words.brandId(),
        words.purpose(),
        words.subject(),
        words.body(),
        way.startedAt());
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

  /** What it promises is due already, so that nothing more of it may leave. */
  public boolean stale(Instant now) {
    After.Given given = words.after().given();
    return given != null && !given.dueAt().isAfter(now);
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

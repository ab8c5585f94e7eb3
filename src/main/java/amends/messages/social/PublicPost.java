package amends.messages.social;

import amends.shared.Actor;
import amends.shared.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a brand says in public by itself.
 *
 * @param writtenBy whoever wrote these words
 * @param releasedAt null for a draft
 * @param hurriedAt since when it need not wait for those affected
 * @param steps what was and is to be done with it on the network, the first first
 */
public record PublicPost(
    long id,
    Words words,
    Instant madeAt,
    Actor writtenBy,
    @Nullable Instant releasedAt,
    @Nullable Instant hurriedAt,
    List<Step> steps) {

  /**
   * What is said, where.
   *
   * @param listed also in the lists that everybody looks through
   * @param broadcastId those on its list hear of it first; null when it concerns nobody more than
   *     everybody
   */
  public record Words(
      long brandId, long connectionId, String body, boolean listed, @Nullable Long broadcastId) {}

  /** What is done with it. */
  public enum Kind {
    SAY,
    CHANGE,
    REMOVE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One step.
   *
   * @param body the words from then on; null for taking it down
   * @param readyAt not before; until the first try of the first step it can be taken back
   * @param leasedUntil it is in hand until then
   * @param reference what the network calls it; null before it has it
   * @param reply what the network said in the end
   * @param trouble what went wrong last, while it is tried again
   */
  public record Step(
      long id,
      Kind kind,
      @Nullable String body,
      Actor by,
      Instant askedAt,
      Instant readyAt,
      @Nullable Instant leasedUntil,
      int attempts,
      @Nullable Instant doneAt,
      boolean failed,
      @Nullable String reference,
      @Nullable String reply,
      @Nullable String trouble) {
    public boolean open() {
      return doneAt == null;
    }

    boolean worked() {
      return doneAt != null && !failed;
    }
  }

  /** How it is with it, as a code. */
  public enum State {
    DRAFT,
    /** It can still be taken back. */
    WAITING,
    GOING,
    /** The network has it. */
    SAID,
    /** It was not said; the words can be written anew. */
    FAILED,
    /** It was said, and taken down. */
    REMOVED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Subject subject() {
    return Subject.of("public_post", id);
  }

  public State state(Instant now) {
    if (releasedAt == null) {
      return steps.stream().anyMatch(Step::failed) ? State.FAILED : State.DRAFT;
    }
    if (steps.stream().anyMatch(s -> s.kind() == Kind.REMOVE && s.worked())) {
      return State.REMOVED;
    }
    Optional<Step> said = said();
    if (said.isPresent()) {
      return State.SAID;
    }
    return now.isBefore(steps.getLast().readyAt()) && steps.getLast().attempts() == 0
        ? State.WAITING
        : State.GOING;
  }

  /** The step by which it was said. */
  public Optional<Step> said() {
    return steps.stream().filter(s -> s.kind() == Kind.SAY && s.worked()).findFirst();
  }

  /** The one that is still to be done; there is never more than one. */
  public Optional<Step> toDo() {
    return steps.stream().filter(Step::open).findFirst();
  }

  /** What the network calls it; empty before it was said. */
  public String reference() {
    return said().map(Step::reference).map(r -> r == null ? "" : r).orElse("");
  }

  /** The words as everybody reads them now. */
  public String shown() {
    return steps.stream()
        .filter(s -> s.worked() && s.body() != null)
        .reduce((a, b) -> b)
        .map(s -> String.valueOf(s.body()))
        .orElse(words.body());
  }
}

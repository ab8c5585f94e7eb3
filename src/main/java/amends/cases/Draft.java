package amends.cases;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happens next, as a colleague says it to a customer.
 *
 * @param words required unless nothing more is to come
 * @param dueAt by when; required unless nothing more is to come
 * @param nothingMore "nothing more unless you write": then we look ourselves after a while
 * @param rests the word of a colleague or supplier that the promise rests on; null for our own
 * @param purpose why it is said now, to somebody who wants to hear only when something changes
 * @param way the code of the medium that it goes by; empty for what they prefer
 * @param later not before this moment; null for as soon as may be
 * @param settles promises that this does, as whoever says it knows: a promise made anew in the same
 *     words is moved, and a call that the customer made keeps none, unless it stands here
 */
public record Draft(
    String text,
    @Nullable String words,
    @Nullable Instant dueAt,
    boolean nothingMore,
    @Nullable Long rests,
    Purpose purpose,
    String way,
    @Nullable Instant later,
    Set<Long> settles) {
  public Draft {
    settles = Set.copyOf(settles);
  }

  /** Why something is said; it matters only to those who want to hear when something changes. */
  public enum Purpose {
    /** An answer, or what was promised: what is to come next is no promise to them. */
    USUAL,
    /** Something changes for them, and what is to come is a promise. */
    CHANGE,
    /** Safety or the law wants it said. */
    DUTY
  }

  /** Resting on nobody else's word. */
  public Draft(String text, @Nullable String words, @Nullable Instant dueAt, boolean nothingMore) {
    this(text, words, dueAt, nothingMore, null);
  }

  public Draft(
      String text,
      @Nullable String words,
      @Nullable Instant dueAt,
      boolean nothingMore,
      @Nullable Long rests) {
    this(text, words, dueAt, nothingMore, rests, Purpose.USUAL, "", null, Set.of());
  }

  public Draft with(Purpose other) {
    return new Draft(text, words, dueAt, nothingMore, rests, other, way, later, settles);
  }

  public Draft by(String medium, @Nullable Instant moment) {
    return new Draft(text, words, dueAt, nothingMore, rests, purpose, medium, moment, settles);
  }

  public Draft settling(Set<Long> promises) {
    return new Draft(text, words, dueAt, nothingMore, rests, purpose, way, later, promises);
  }
}

package amends.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happens next, as a colleague says it to a customer.
 *
 * @param words required unless nothing more is to come
 * @param dueAt by when; required unless nothing more is to come
 * @param nothingMore "nothing more unless you write": then we look ourselves after a while
 * @param rests the word of a colleague or supplier that the promise rests on; null for our own
 * @param purpose why it is said now, to somebody who wants to hear only when something changes
 */
public record Draft(
    String text,
    @Nullable String words,
    @Nullable Instant dueAt,
    boolean nothingMore,
    @Nullable Long rests,
    Purpose purpose) {

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
    this(text, words, dueAt, nothingMore, rests, Purpose.USUAL);
  }

  public Draft with(Purpose other) {
    return new Draft(text, words, dueAt, nothingMore, rests, other);
  }
}

package amends.cases.web;

import amends.shared.Texts.Voice;
import org.jspecify.annotations.Nullable;

/**
 * How "what happens next, by when" was understood. Fragment {@code cases/next-read.jte}.
 *
 * @param customer to whom the promise is made
 * @param moment "Tuesday 12 May, 17:00"; null when it cannot be read yet
 * @param span "2 h 53 min"
 * @param theirs the same moment in the customer's zone; null when it is the same clock time
 * @param nothing true for "nothing more unless you write"
 * @param because "Monday 25 May is a holiday (Spring Bank Holiday)"; "" when nothing needs to be
 *     said
 * @param load "Priya Nair works then; 3 other promises are due in the hour before."; "" when
 *     unknown
 * @param again what was promised in the same words for another moment; null when nothing was
 * @param error what cannot be read and how to write it; null when all is well
 */
public record NextRead(
    Voice t,
    String customer,
    @Nullable String moment,
    String span,
    @Nullable String theirs,
    boolean nothing,
    String because,
    String load,
    @Nullable Again again,
    @Nullable String error) {
  /**
   * @param words "This was promised for today 15:00 already. …"
   * @param promise its number
   * @param done whether the reply does it, and promises the same once more
   */
  public record Again(String words, long promise, boolean done) {}
}

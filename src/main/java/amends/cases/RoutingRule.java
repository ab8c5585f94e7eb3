package amends.cases;

import org.jspecify.annotations.Nullable;

/**
 * Which cases go where; what a condition leaves open, it does not ask.
 *
 * @param id 0 before it is kept
 * @param position smaller numbers are asked first
 * @param on whether it works
 * @param tried whether a sample was caught by it as it stands now
 * @param again whether it is asked again when a colleague changes a case that nobody owns
 */
public record RoutingRule(
    long id,
    String name,
    int position,
    When when,
    Then then,
    boolean on,
    boolean tried,
    boolean again) {

  /** Asked of new cases only. */
  public RoutingRule(
      long id, String name, int position, When when, Then then, boolean on, boolean tried) {
    this(id, name, position, when, then, on, tried, false);
  }

  /**
   * All that is said here must be so.
   *
   * @param language the customer's, such as {@code de}; "" for any
   * @param channel the code of how we heard; "" for any
   * @param words with commas between: one of them stands in the subject; "" for any
   * @param fieldValue what stands in the field, as {@link Filter}; "" for whatever is there
   * @param need {@code any}, or the driver of a need that holds; "" for none asked
   * @param harm somebody was hurt or something damaged
   * @param tag that it bears; "" for any
   */
  public record When(
      @Nullable Long brandId,
      String language,
      String channel,
      String words,
      @Nullable Long productId,
      @Nullable Long fieldId,
      String fieldValue,
      String need,
      boolean harm,
      String tag) {

    /** Whatever its tags. */
    public When(
        @Nullable Long brandId,
        String language,
        String channel,
        String words,
        @Nullable Long productId,
        @Nullable Long fieldId,
        String fieldValue,
        String need,
        boolean harm) {
      this(brandId, language, channel, words, productId, fieldId, fieldValue, need, harm, "");
    }

    /** Whether it asks only what is known of a case that has just come in. */
    boolean asksOfNewOnly() {
      return productId == null && fieldId == null && need.isEmpty() && !harm && tag.isEmpty();
    }
  }

  /**
   * What is done then.
   *
   * @param teamId in whose queue it goes; null leaves the team that answers for the brand
   * @param skillId a person of that team who has it, with the least to do; null for the team itself
   * @param answerMinutes the first answer is promised within; null leaves the usual time
   */
  public record Then(
      @Nullable Long teamId, @Nullable Long skillId, @Nullable Integer answerMinutes) {}
}

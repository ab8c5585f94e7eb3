package amends.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was hurt or something damaged, or it may still happen.
 *
 * @param happened in the words of whoever told it
 * @param injury who was hurt and how; empty when nobody was
 * @param damage what was damaged; empty when nothing was
 * @param danger whether the danger is still there
 */
public record Harm(String happened, String injury, String damage, boolean danger) {

  /**
   * A report that was made, and the promise that a person calls.
   *
   * @param reportedBy the colleague; null when it was heard in what the customer said
   * @param heardIn the message that it was heard in; null when a colleague reported it or wrote
   *     down the words
   */
  public record Report(
      long id,
      Harm harm,
      @Nullable Long reportedBy,
      @Nullable Long heardIn,
      Instant reportedAt,
      long promiseId) {}
}

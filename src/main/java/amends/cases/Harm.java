package amends.cases;

import java.time.Instant;

/**
 * Somebody was hurt or something damaged, or it may still happen.
 *
 * @param happened in the words of whoever told it
 * @param injury who was hurt and how; empty when nobody was
 * @param damage what was damaged; empty when nothing was
 * @param danger whether the danger is still there
 */
public record Harm(String happened, String injury, String damage, boolean danger) {

  /** A report that was made, and the promise that a person calls. */
  public record Report(long id, Harm harm, long reportedBy, Instant reportedAt, long promiseId) {}
}

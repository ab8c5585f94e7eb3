package amends.messages;

import java.time.Instant;

/** What is to be done with a delivery that a courier of many has taken. */
sealed interface Verdict {
  record Go() implements Verdict {}

  /**
   * It must not be sent to them.
   *
   * @param why the key of a text
   */
  record Suppress(String why) implements Verdict {}

  /** Not yet, or not by us. */
  record Back(Instant until) implements Verdict {}

  /** Nobody is reached there any more. */
  record Gone(String reason) implements Verdict {}
}

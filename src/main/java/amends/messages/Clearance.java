package amends.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether something may be sent to somebody, and from when. */
sealed interface Clearance {
  /**
   * It may.
   *
   * @param from not before this moment
   * @param waits the key of a text that says what it waits for; null when it does not
   */
  record Goes(Instant from, @Nullable String waits) implements Clearance {}

  /**
   * It must not.
   *
   * @param why the key of a text
   */
  record Stays(String why) implements Clearance {}
}

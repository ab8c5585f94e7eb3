package amends.messages.account;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a token endpoint gave.
 *
 * @param refresh null when the one that we have stays
 */
record Granted(String access, Duration lasts, @Nullable String refresh) {
  @Override
  public String toString() {
    return "Granted[" + lasts + "]";
  }
}

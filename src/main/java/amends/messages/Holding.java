package amends.messages;

import java.time.Duration;

/**
 * How long what a person wrote is held before a courier may take it; so long it can be taken back.
 */
public interface Holding {
  /** Zero sends at once. */
  Duration time();
}

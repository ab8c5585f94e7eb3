package amends.shared;

import java.time.Duration;

/**
 * Work that the program does by itself, again and again, as long as it runs: reading mail, ringing
 * alarms, sealing, sending. Each node performs every duty; the database decides who gets which row.
 */
public interface Duty {
  String name();

  /** How long to wait when there was nothing to do. */
  Duration pause();

  /**
   * Does one batch.
   *
   * @return whether there may be more to do at once
   */
  boolean perform();
}

package amends.shared;

import java.time.Instant;

/**
 * One kind of data that is kept for a period only. Beans of this type are found, shown to
 * administrators, and asked in the background to forget what is older. What a legal hold holds is
 * never forgotten.
 */
public interface Retained {
  /** A lasting code; its words are {@code app.data.kind.<kind>}. */
  String kind();

  /** Days that it is kept unless an administrator says otherwise; 0: without end. */
  int days();

  /** How many are older than the moment and would go. */
  long older(Instant than);

  /**
   * Forgets some that are older, the oldest first, within the caller's act.
   *
   * @return how many; fewer than {@code most} when nothing is left to forget
   */
  int forget(Instant than, int most);
}

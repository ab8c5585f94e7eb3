package amends.shared;

import java.util.List;

/**
 * A check that need not read everything each minute: after a run without findings it reads only
 * what came or changed since. What somebody changes behind the program's back is found by {@link
 * #run}, which {@code ./amends check} does, and the minute's runner once a day.
 */
public interface BoundedCheck extends Check {
  /**
   * A mark covers so many rows before it once more: numbers are given out before their acts commit,
   * so that a smaller one may appear after a larger.
   */
  long OVERLAP = 10_000;

  /**
   * How far a run that begins now will have looked, as a number of the record's own that only
   * grows; what is not finished yet lies beyond it.
   */
  long head();

  /**
   * What does not hold of that which came or changed since.
   *
   * @param mark an earlier {@link #head}, up to which all was well
   */
  List<Finding> runSince(long mark);
}

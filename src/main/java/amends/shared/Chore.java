package amends.shared;

import java.time.Duration;
import java.util.List;

/**
 * Work that comes round again and again, done once for the whole installation however many nodes it
 * has: a job row carries it from one time to the next. Beans of this type are found.
 */
public interface Chore {
  /** A lasting name, kept in the database, such as {@code cases.forget-forms}. */
  String name();

  Duration every();

  /** What it keeps for a time that nobody sets: shown to administrators beside what they set. */
  default List<FixedPeriod> keeps() {
    return List.of();
  }

  /** Does it, in one act; an exception puts it off and shows on the health page. */
  void perform();
}

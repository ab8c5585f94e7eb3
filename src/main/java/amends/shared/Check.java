package amends.shared;

import java.util.List;

/**
 * One invariant, held against the record: every minute inside, on the health page, and by {@code
 * ./amends check}.
 */
public interface Check {
  /** At most this many findings are named; the rest is only counted by the next run. */
  int MOST = 50;

  /** As the documents name it, such as {@code I4}. */
  String code();

  /** The key of the sentence that says what must hold. */
  String words();

  /** What does not hold; empty when all is well. */
  List<Finding> run();

  /** One place where the invariant does not hold, in plain words. */
  record Finding(String code, String words, Subject subject) {}
}

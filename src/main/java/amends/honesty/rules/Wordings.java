package amends.honesty.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All words that a book looks for, each once: what one rule has found out another need not ask. */
final class Wordings {
  /** More sets of pieces for one way tell little more. */
  private static final int MOST = 3;

  private final Map<String, Wording> wordings = new HashMap<>();
  private final Map<String, Way> ways = new HashMap<>();
  private final Pieces pieces = new Pieces();

  /**
   * @param caseMinded whether small and capital letters differ
   */
  Wording of(String pattern, boolean caseMinded) {
    String key = caseMinded + pattern;
    Wording known = wordings.get(key);
    if (known == null) {
      List<Way> split = Ways.of(pattern).stream().map(one -> way(one, caseMinded)).toList();
      known = new Wording(pattern, caseMinded, split);
      wordings.put(key, known);
    }
    return known;
  }

  private Way way(String pattern, boolean caseMinded) {
    String key = caseMinded + pattern;
    Way known = ways.get(key);
    if (known == null) {
      List<Integer> needed =
          Literals.telling(Literals.of(pattern), MOST).stream().map(pieces::of).toList();
      known = new Way(ways.size(), pattern, caseMinded, needed);
      ways.put(key, known);
    }
    return known;
  }

  Pieces pieces() {
    return pieces;
  }

  int count() {
    return ways.size();
  }
}

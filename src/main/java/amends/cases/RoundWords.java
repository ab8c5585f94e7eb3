package amends.cases;

import amends.messages.Places;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The places that one reply to many chosen cases may have. */
final class RoundWords {
  static final String FIRST_NAME = Places.FIRST_NAME;
  static final String NAME = Places.NAME;
  static final String CASE_NUMBER = "case number";
  static final String ORDER = "order";
  static final String NEXT_MOMENT = "next moment";

  private static final Places PLACES =
      new Places(List.of(FIRST_NAME, NAME, CASE_NUMBER, ORDER, NEXT_MOMENT));

  private RoundWords() {}

  static void check(String field, String words) {
    PLACES.check(field, words);
  }

  static Set<String> in(String words) {
    return Places.in(words);
  }

  static String fill(String words, Map<String, String> values) {
    return Places.fill(words, values);
  }

  static String list() {
    return PLACES.list();
  }
}

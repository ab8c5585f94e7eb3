package amends.time.words;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a rule has read: the values of its categories, and what the rule itself gives. */
record Said(Scene scene, List<Value> values, List<String> given) {

  <T extends Value> @Nullable T first(Class<T> type) {
    return nth(type, 0);
  }

  <T extends Value> @Nullable T nth(Class<T> type, int n) {
    return values.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .skip(n)
        .findFirst()
        .orElse(null);
  }

  /**
   * @throws NotMeant when there is none
   */
  <T extends Value> T need(Class<T> type) {
    return need(type, 0);
  }

  <T extends Value> T need(Class<T> type, int n) {
    return Optional.ofNullable(nth(type, n)).orElseThrow(NotMeant::new);
  }

  String name() {
    return need(Value.Name.class).name();
  }

  int number() {
    return need(Value.Number.class).whole();
  }

  String given(int n) {
    return n < given.size() ? given.get(n) : "";
  }

  int givenNumber(int n) {
    return Integer.parseInt(given.get(n));
  }

  /** The words fit the pattern, and mean nothing. */
  static final class NotMeant extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotMeant() {
      super(null, null, false, false);
    }
  }
}

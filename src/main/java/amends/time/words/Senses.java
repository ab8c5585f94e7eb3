package amends.time.words;

import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What rules mean, by the names that the grammars use. */
final class Senses {
  private static final Map<String, Function<Said, Value>> ALL = new HashMap<>();

  static {
    ALL.putAll(Numbers.SENSES);
    ALL.putAll(Clocks.SENSES);
    ALL.putAll(DaySenses.SENSES);
    ALL.putAll(Periods.SENSES);
    ALL.putAll(Whens.SENSES);
    ALL.putAll(Finds.SENSES);
  }

  private final Scene scene;

  Senses(Scene scene) {
    this.scene = scene;
  }

  /** Empty when the words fit and mean nothing, such as the 31st of February. */
  Optional<Value> of(Grammar.Rule rule, List<Value> values) {
    Function<Said, Value> sense = ALL.get(rule.sense());
    if (sense == null) {
      throw new IllegalStateException("No sense is called " + rule.sense());
    }
    try {
      return Optional.of(sense.apply(new Said(scene, values, rule.given())));
    } catch (DateTimeException | ArithmeticException | Said.NotMeant noSuchMoment) {
      return Optional.empty();
    }
  }
}

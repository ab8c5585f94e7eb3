package amends.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a rule catches a case, and whether one leaves anything for another. */
final class RoutingLogic {
  private RoutingLogic() {}

  /** What of the rule is not so: brand, language, channel, …; empty when it catches. */
  static Optional<String> misses(RoutingRule.When when, RoutingFacts facts) {
    if (when.brandId() != null && when.brandId() != facts.brandId()) {
      return Optional.of("brand");
    }
    if (!when.language().isEmpty() && !when.language().equalsIgnoreCase(facts.language())) {
      return Optional.of("language");
    }
    if (!when.channel().isEmpty() && !when.channel().equals(facts.channel())) {
      return Optional.of("channel");
    }
    if (!when.words().isEmpty() && !says(facts.subject(), words(when.words()))) {
      return Optional.of("words");
    }
    if (when.productId() != null && !facts.products().contains(when.productId())) {
      return Optional.of("product");
    }
    if (when.fieldId() != null && !stands(when, facts.fields().get(when.fieldId()))) {
      return Optional.of("field");
    }
    if (!when.need().isEmpty()
        && (when.need().equals("any")
            ? facts.needs().isEmpty()
            : !facts.needs().contains(when.need()))) {
      return Optional.of("need");
    }
    if (!when.tag().isEmpty() && !facts.tags().contains(when.tag())) {
      return Optional.of("tag");
    }
    return when.harm() && !facts.harm() ? Optional.of("harm") : Optional.empty();
  }

  /** In small letters, as they are looked for. */
  static List<String> words(String typed) {
    return Arrays.stream(typed.split("[,;\\n]", -1))
        .map(RoutingLogic::plain)
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  /** Whole words: "cup" does not catch "cupboard". */
  private static boolean says(String subject, List<String> words) {
    String plain = " " + plain(subject) + " ";
    return words.stream().anyMatch(word -> plain.contains(" " + word + " "));
  }

  private static String plain(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private static boolean stands(RoutingRule.When when, @Nullable FieldValue value) {
    if (value == null || value.empty()) {
      return false;
    }
    return when.fieldValue().isEmpty() || FieldMatch.matches(value, when.fieldValue());
  }

  /**
   * Whether whatever the later rule would catch is caught by the earlier one, so that the later one
   * never works.
   */
  static boolean starves(RoutingRule.When earlier, RoutingRule.When later) {
    return open(earlier.brandId(), later.brandId())
        && open(earlier.language(), later.language())
        && open(earlier.channel(), later.channel())
        && (earlier.words().isEmpty() || covers(earlier.words(), later.words()))
        && open(earlier.productId(), later.productId())
        && field(earlier, later)
        && (open(earlier.need(), later.need())
            || (earlier.need().equals("any") && !later.need().isEmpty()))
        && open(earlier.tag(), later.tag())
        && (!earlier.harm() || later.harm());
  }

  private static boolean open(@Nullable Object earlier, @Nullable Object later) {
    return earlier == null || earlier.equals("") || Objects.equals(earlier, later);
  }

  private static boolean covers(String earlier, String later) {
    List<String> words = words(later);
    return !words.isEmpty() && Set.copyOf(words(earlier)).containsAll(words);
  }

  private static boolean field(RoutingRule.When earlier, RoutingRule.When later) {
    return earlier.fieldId() == null
        || (earlier.fieldId().equals(later.fieldId())
            && (earlier.fieldValue().isEmpty()
                || earlier.fieldValue().equalsIgnoreCase(later.fieldValue())));
  }

  /** Whether it asks nothing at all. */
  static boolean asksNothing(RoutingRule.When when) {
    return when.equals(new RoutingRule.When(null, "", "", "", null, null, "", "", false));
  }
}

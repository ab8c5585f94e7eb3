package amends.cases;

import amends.shared.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words with places in braces that are filled for each person: those of a short list, no others.
 */
final class RoundWords {
  static final String FIRST_NAME = "first name";
  static final String NAME = "name";
  static final String CASE_NUMBER = "case number";
  static final String ORDER = "order";
  static final String NEXT_MOMENT = "next moment";

  private static final List<String> KNOWN =
      List.of(FIRST_NAME, NAME, CASE_NUMBER, ORDER, NEXT_MOMENT);
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

  private RoundWords() {}

  /**
   * @throws Refusal when a place is not on the list, or a brace stands alone
   */
  static void check(String field, String words) {
    Matcher places = PLACE.matcher(words);
    while (places.find()) {
      if (!KNOWN.contains(name(places))) {
        throw new Refusal(field, "cases.round.refusal.unknown", places.group(), list());
      }
    }
    String rest = PLACE.matcher(words).replaceAll("");
    if (rest.contains("{") || rest.contains("}")) {
      throw new Refusal(field, "cases.round.refusal.brace", list());
    }
  }

  static Set<String> in(String words) {
    Set<String> names = new TreeSet<>();
    Matcher places = PLACE.matcher(words);
    while (places.find()) {
      names.add(name(places));
    }
    return names;
  }

  static String fill(String words, Map<String, String> values) {
    return PLACE
        .matcher(words)
        .replaceAll(place ->
            Matcher.quoteReplacement(values.getOrDefault(plain(place.group(1)), place.group())));
  }

  private static String name(Matcher place) {
    return plain(place.group(1));
  }

  private static String plain(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  static String list() {
    return KNOWN.stream().map(name -> "{" + name + "}").reduce((a, b) -> a + ", " + b).orElse("");
  }
}

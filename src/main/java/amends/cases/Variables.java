package amends.cases;

import amends.shared.Refusal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in curly brackets in kept words, and is replaced when they are put into a form. */
final class Variables {
  private static final Pattern ANY = Pattern.compile("\\{([^{}\\n]*)\\}");
  static final String ALL = "{first_name}, {case_number}, {brand}, {me}, {next_moment}";

  private Variables() {}

  /**
   * @throws Refusal when something in curly brackets is none
   */
  static void check(String field, String words) {
    Matcher matcher = ANY.matcher(words);
    while (matcher.find()) {
      if (!ALL.contains(matcher.group())) {
        throw new Refusal(field, "cases.refusal.variable", matcher.group(), ALL);
      }
    }
  }

  /** Replaces each once; what a value holds is never read again. */
  static String fill(String words, Map<String, String> values) {
    return ANY.matcher(words)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
  }
}

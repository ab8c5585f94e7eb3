package amends.cases;

import amends.shared.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in curly brackets in kept words, and is replaced when they are put into a form. */
final class Variables {
  private static final Pattern ANY = Pattern.compile("\\{([^{}\\n]*)\\}");
  static final String ALL = "{first_name}, {case_number}, {brand}, {me}, {next_moment}";
  private static final Set<String> KNOWN = Set.of(ALL.split(", ", -1));

  private Variables() {}

  /**
   * @throws Refusal when something in curly brackets is none
   */
  static void check(String field, String words) {
    Matcher matcher = ANY.matcher(words);
    while (matcher.find()) {
      if (!ALL.contains(matcher.group()) && !Blank.is(matcher.group())) {
        throw new Refusal(field, "cases.refusal.variable", matcher.group(), ALL);
      }
    }
  }

  /** The first that stands in words that are about to leave. */
  static Optional<String> left(String words) {
    return Blank.left(words)
        .or(() ->
            ANY.matcher(words)
                .results()
                .map(MatchResult::group)
                .filter(KNOWN::contains)
                .findFirst());
  }

  /** Replaces each once; what a value holds is never read again. */
  static String fill(String words, Map<String, String> values) {
    return ANY.matcher(words)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
  }
}

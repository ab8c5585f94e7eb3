package amends.honesty.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One rule: what it marks, and where that is harmless. */
final class Rule {
  final String code;
  final String kind;
  final List<Pattern> finds = new ArrayList<>();
  final List<Pattern> needs = new ArrayList<>();
  final List<Pattern> unless = new ArrayList<>();
  String better = "";
  boolean unlessMoment;
  boolean needsMoment;
  boolean sentence;

  Rule(String code, String kind) {
    this.code = code;
    this.kind = kind;
  }

  record Span(int start, int end) {}

  /** The first words of the sentence that it marks. */
  Optional<Span> in(String sentence, boolean hasMoment) {
    if ((unlessMoment && hasMoment) || (needsMoment && !hasMoment)) {
      return Optional.empty();
    }
    for (Pattern find : finds) {
      Matcher found = find.matcher(sentence);
      if (found.find()) {
        return meant(sentence) ? Optional.of(span(sentence, found)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean meant(String text) {
    return needs.stream().allMatch(p -> p.matcher(text).find())
        && unless.stream().noneMatch(p -> p.matcher(text).find());
  }

  private Span span(String text, Matcher found) {
    boolean named = found.namedGroups().containsKey("w") && found.start("w") >= 0;
    int start = sentence ? 0 : named ? found.start("w") : found.start();
    int end = sentence ? text.length() : named ? found.end("w") : found.end();
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }
}

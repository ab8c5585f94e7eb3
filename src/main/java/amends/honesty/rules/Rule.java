package amends.honesty.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** One rule: what it marks, and where that is harmless. */
final class Rule {
  final String code;
  final String kind;
  final List<Wording> finds = new ArrayList<>();
  final List<String> has = new ArrayList<>();
  final List<Wording> needs = new ArrayList<>();
  final List<Wording> unless = new ArrayList<>();
  String better = "";
  boolean unlessMoment;
  boolean needsMoment;
  boolean sentence;

  Rule(String code, String kind) {
    this.code = code;
    this.kind = kind;
  }

  record Span(int start, int end) {}

  /**
   * The first words of the sentence that it marks.
   *
   * @param plain whether the sentence has plain letters only
   */
  Optional<Span> in(String sentence, boolean plain, boolean hasMoment) {
    if ((unlessMoment && hasMoment) || (needsMoment && !hasMoment) || !needed(sentence, plain)) {
      return Optional.empty();
    }
    for (Wording find : finds) {
      Matcher found = find.in(sentence, plain);
      if (found.find()) {
        return harmless(sentence, plain) ? Optional.empty() : Optional.of(span(sentence, found));
      }
    }
    return Optional.empty();
  }

  /**
   * Pieces of words one of which stands in whatever it can mark: as written down, else as its
   * patterns show; empty where they do not.
   */
  Set<String> pieces() {
    if (!has.isEmpty()) {
      return Set.copyOf(has);
    }
    Set<String> best = found();
    for (Wording need : needs) {
      best = Literals.better(best, Literals.of(need.pattern()));
    }
    return best == null ? Set.of() : best;
  }

  private @Nullable Set<String> found() {
    Set<String> all = new HashSet<>();
    for (Wording find : finds) {
      Set<String> one = Literals.of(find.pattern());
      if (one == null) {
        return null;
      }
      all.addAll(one);
    }
    return all.isEmpty() ? null : all;
  }

  /** Asked first: it is quicker to see that a word is not there than that a phrase is not. */
  private boolean needed(String text, boolean plain) {
    return needs.stream().allMatch(p -> p.in(text, plain).find());
  }

  private boolean harmless(String text, boolean plain) {
    return unless.stream().anyMatch(p -> p.in(text, plain).find());
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

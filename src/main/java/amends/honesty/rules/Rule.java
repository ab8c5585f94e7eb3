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

  /** The same, but only in the part of the sentence in which something is found. */
  final List<Wording> unlessThere = new ArrayList<>();

  /** By whom that part has to be; empty: the sentence is looked at as a whole. */
  String by = "";

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
  Optional<Span> in(Reading read) {
    boolean moot = (unlessMoment && read.moment) || (needsMoment && !read.moment);
    if (moot || !needs.stream().allMatch(read::bears)) {
      return Optional.empty();
    }
    return (by.isEmpty() ? first(read, 0, read.text.length()) : among(read))
        .filter(span -> unless.stream().noneMatch(read::bears));
  }

  private Optional<Span> among(Reading read) {
    return read.clauses().stream()
        .filter(clause -> clause.subject().equals(by))
        .filter(clause -> unlessThere.stream().noneMatch(w -> read.bears(w, clause)))
        .flatMap(clause -> first(read, clause.start(), clause.end()).stream())
        .findFirst();
  }

  private Optional<Span> first(Reading read, int start, int end) {
    for (Wording find : finds) {
      Matcher found = read.matcher(find).region(start, end);
      if (found.find()) {
        return Optional.of(span(read.text, found));
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

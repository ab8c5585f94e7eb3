package amends.honesty.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** One rule: what it marks, and where that is harmless. */
final class Rule {
  final String code;
  final String kind;
  final List<Wording> finds = new ArrayList<>();
  final List<Wording> needs = new ArrayList<>();
  final List<Wording> unless = new ArrayList<>();

  /** The same, but only in the part of the sentence in which something is found. */
  final List<Wording> unlessThere = new ArrayList<>();

  /**
   * Pieces of words one of which has to stand there, as written down; none: any sentence may do.
   */
  final Set<String> has = new HashSet<>();

  /** Their number as a set. */
  int pieces = -1;

  /** By whom that part has to be; empty: the sentence is looked at as a whole. */
  String by = "";

  String better = "";
  boolean unlessMoment;
  boolean needsMoment;
  boolean sentence;

  /** Whether no second look lets go what it marks. */
  boolean trusted;

  Rule(String code, String kind) {
    this.code = code;
    this.kind = kind;
  }

  record Span(int start, int end) {}

  /** The first words of the sentence that it marks. */
  Optional<Span> in(Reading read) {
    if (!may(read) || !all(needs, read)) {
      return Optional.empty();
    }
    return (by.isEmpty() ? first(read, 0, read.text.length()) : among(read))
        .filter(span -> !any(unless, read));
  }

  /** Whether it can mark anything there, as far as pieces of words tell. */
  boolean may(Reading read) {
    boolean moot = (unlessMoment && read.moment) || (needsMoment && !read.moment);
    if (moot || pieces >= 0 && !read.may(pieces)) {
      return false;
    }
    for (Wording find : finds) {
      if (read.may(find)) {
        return true;
      }
    }
    return false;
  }

  private static boolean all(List<Wording> wordings, Reading read) {
    for (Wording one : wordings) {
      if (!read.bears(one)) {
        return false;
      }
    }
    return true;
  }

  private static boolean any(List<Wording> wordings, Reading read) {
    for (Wording one : wordings) {
      if (read.bears(one)) {
        return true;
      }
    }
    return false;
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
      Matcher found = read.first(find, start, end);
      if (found != null) {
        return Optional.of(span(read.text, found));
      }
    }
    return Optional.empty();
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

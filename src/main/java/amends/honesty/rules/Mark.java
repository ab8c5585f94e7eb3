package amends.honesty.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Words that a rule marks.
 *
 * @param start where they begin in the whole text, {@code end} where they end
 * @param better the key of better words; empty when there are none
 * @param sentence the sentence that they stand in
 */
public record Mark(
    String rule, String kind, int start, int end, String better, Sentences.Sentence sentence) {

  /** How the code ends of what weights alone have marked. */
  static final String WEIGHED = ".weighed";

  /** Whether it is told by weights alone, without a rule. */
  public static boolean isWeighed(String rule) {
    return rule.endsWith(WEIGHED);
  }

  /** Tells whether a sentence names a moment ahead. */
  public interface Moments {
    boolean in(Sentences.Sentence sentence);
  }

  /** All that the rules mark, sentence by sentence; of each kind one mark a sentence. */
  public static List<Mark> in(RuleBook book, List<Sentences.Sentence> sentences, Moments moments) {
    return in(book, sentences, moments, kind -> true);
  }

  /** The same, by the rules of some kinds alone. */
  public static List<Mark> in(
      RuleBook book, List<Sentences.Sentence> sentences, Moments moments, Predicate<String> kinds) {
    return sentences.stream().flatMap(s -> in(book, s, moments.in(s), kinds).stream()).toList();
  }

  private static List<Mark> in(
      RuleBook book, Sentences.Sentence sentence, boolean moment, Predicate<String> kinds) {
    Reading read = book.reading(sentence.plain(), moment);
    Map<String, Mark> byKind = byRules(book, sentence, read, kinds);
    Weights weights = book.weights();
    weights
        .of(sentence.plain())
        .ifPresent(sums -> {
          byKind.values().removeIf(mark -> !weights.keeps(mark.kind, mark.rule, sums));
          book.trusted().stream()
              .filter(rule -> kinds.test(rule.kind) && !byKind.containsKey(rule.kind))
              .forEach(rule -> mark(book, rule, sentence, read, byKind));
          weights.sure(sums).stream()
              .filter(kind -> kinds.test(kind.name()) && !byKind.containsKey(kind.name()))
              .filter(kind -> book.mayBeSure(kind.name(), read))
              .forEach(kind -> byKind.put(kind.name(), weighed(weights, kind, sentence)));
        });
    return List.copyOf(byKind.values());
  }

  /** What the rules alone mark in a sentence. */
  static Map<String, Mark> byRules(
      RuleBook book, Sentences.Sentence sentence, Reading read, Predicate<String> kinds) {
    Map<String, Mark> byKind = new LinkedHashMap<>();
    for (Rule rule : book.rules()) {
      if (!byKind.containsKey(rule.kind) && kinds.test(rule.kind)) {
        mark(book, rule, sentence, read, byKind);
      }
    }
    return byKind;
  }

  private static void mark(
      RuleBook book,
      Rule rule,
      Sentences.Sentence sentence,
      Reading read,
      Map<String, Mark> byKind) {
    rule.in(read)
        .filter(span -> !book.innocent(rule.kind, read))
        .ifPresent(span -> byKind.put(rule.kind, mark(rule, sentence, span)));
  }

  private static Mark weighed(Weights weights, Weights.Kind kind, Sentences.Sentence sentence) {
    Rule.Span span = weights.words(kind, sentence.plain());
    return new Mark(
        kind.rule(),
        kind.name(),
        sentence.start() + span.start(),
        sentence.start() + span.end(),
        kind.better(),
        sentence);
  }

  private static Mark mark(Rule rule, Sentences.Sentence sentence, Rule.Span span) {
    return new Mark(
        rule.code,
        rule.kind.toLowerCase(Locale.ROOT),
        sentence.start() + span.start(),
        sentence.start() + span.end(),
        rule.better,
        sentence);
  }
}

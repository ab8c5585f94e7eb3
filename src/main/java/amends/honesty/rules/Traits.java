package amends.honesty.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a sentence consists of, as {@link Weights} weigh it: each word with up to two that follow,
 * and pieces of words. Numbers are all alike.
 */
final class Traits {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+(?:'\\p{L}+)?|[.,!?;:%£$€\"]");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final int MOST_WORDS = 3;
  private static final int LEAST_LETTERS = 3;
  private static final int MOST_LETTERS = 5;
  private static final String BEGINNING = "<";
  private static final String END = ">";

  /** Marks a piece of a word, so that it is none of the words. */
  private static final char PIECE = '~';

  private Traits() {}

  /**
   * One of them.
   *
   * @param start where the words that bear it begin in the sentence, {@code end} where they end
   */
  record Trait(String name, int start, int end) {}

  /** Whether a trait is made of whole words. */
  static boolean isOfWords(String name) {
    return name.charAt(0) != PIECE;
  }

  static Set<String> names(String plain) {
    Set<String> names = new LinkedHashSet<>();
    in(plain).forEach(trait -> names.add(trait.name()));
    return names;
  }

  /** The words alone, lower-cased, with what stands between them left out. */
  static List<Trait> tokens(String plain) {
    return WORD.matcher(plain).results().map(Traits::trait).toList();
  }

  /** All of them, in the order of the sentence; one that comes twice stands there twice. */
  static List<Trait> in(String plain) {
    List<Trait> words = new ArrayList<>();
    words.add(new Trait(BEGINNING, 0, 0));
    words.addAll(tokens(plain));
    words.add(new Trait(END, plain.length(), plain.length()));
    List<Trait> all = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      StringBuilder name = new StringBuilder();
      for (int n = i; n < Math.min(words.size(), i + MOST_WORDS); n++) {
        name.append(n == i ? "" : " ").append(words.get(n).name());
        all.add(new Trait(name.toString(), words.get(i).start(), words.get(n).end()));
      }
      pieces(words.get(i), all);
    }
    return all;
  }

  private static Trait trait(MatchResult word) {
    String name = word.group().toLowerCase(Locale.ROOT);
    return new Trait(DIGITS.matcher(name).replaceAll("0"), word.start(), word.end());
  }

  private static void pieces(Trait word, List<Trait> all) {
    if (word.start() == word.end()) {
      return;
    }
    String padded = " " + word.name() + " ";
    for (int n = LEAST_LETTERS; n <= MOST_LETTERS; n++) {
      for (int i = 0; i + n <= padded.length(); i++) {
        all.add(new Trait(PIECE + padded.substring(i, i + n), word.start(), word.end()));
      }
    }
  }
}

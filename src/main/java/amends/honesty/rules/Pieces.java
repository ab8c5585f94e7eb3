package amends.honesty.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which rules can mark a sentence at all, by pieces of words: looking for all pieces of a book at
 * once takes a hundredth of the time that its phrases take. Measured: a mail of 700 letters was
 * listened to in 2.5 ms by phrases alone. Pieces are written down with a rule, or read off its
 * patterns.
 */
final class Pieces {
  private static final int PLAIN = 128;

  private final List<List<Piece>> byPair = new ArrayList<>();
  private final BitSet always = new BitSet();
  private final int rules;

  private record Piece(String letters, int rule) {}

  Pieces(List<Rule> rules) {
    this.rules = rules.size();
    for (int pair = 0; pair < PLAIN * PLAIN; pair++) {
      byPair.add(List.of());
    }
    for (int number = 0; number < rules.size(); number++) {
      add(rules.get(number), number);
    }
  }

  private void add(Rule rule, int number) {
    Set<String> pieces = rule.pieces();
    if (pieces.isEmpty()) {
      always.set(number);
    }
    for (String letters : pieces) {
      int pair = pair(letters, 0);
      if (letters.length() < 2 || pair < 0) {
        throw new IllegalStateException("“" + letters + "” is no piece of two plain letters");
      }
      List<Piece> known = new ArrayList<>(byPair.get(pair));
      known.add(new Piece(letters, number));
      byPair.set(pair, List.copyOf(known));
    }
  }

  BitSet possible(String sentence) {
    String small = sentence.toLowerCase(Locale.ROOT);
    BitSet possible = new BitSet(rules);
    possible.or(always);
    for (int at = 0; at + 1 < small.length(); at++) {
      int pair = pair(small, at);
      if (pair >= 0) {
        for (Piece piece : byPair.get(pair)) {
          if (!possible.get(piece.rule()) && small.startsWith(piece.letters(), at)) {
            possible.set(piece.rule());
          }
        }
      }
    }
    return possible;
  }

  private static int pair(String letters, int at) {
    if (at + 1 >= letters.length()) {
      return -1;
    }
    char first = letters.charAt(at);
    char second = letters.charAt(at + 1);
    return first < PLAIN && second < PLAIN ? first * PLAIN + second : -1;
  }
}

package amends.honesty.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which sets of pieces of words have one that stands in a sentence: all pieces of a book are looked
 * for at once, by a tree of their letters. Measured: the phrases of a book alone took a hundred
 * times as long.
 */
final class Pieces {
  private static final int PLAIN = 128;

  /** What stands behind so many letters tells little more, and makes the tree larger. */
  private static final int LONGEST = 8;

  private final Map<Set<String>, Integer> sets = new HashMap<>();
  private final byte[] letters = new byte[PLAIN];
  private int width = 1;

  /** Of each knot, by letter, the next one; 0 where there is none. */
  private char[] next = {};

  /** Of each knot, the sets that are there when it is reached. */
  private final List<int[]> told = new ArrayList<>();

  /** The number of a set, the same for the same pieces. */
  int of(Set<String> pieces) {
    return sets.computeIfAbsent(Set.copyOf(pieces), one -> sets.size());
  }

  /** The tree grows once all sets are known. */
  void grow() {
    sets.keySet().stream().flatMap(Collection::stream).forEach(this::learn);
    knot();
    sets.forEach((pieces, number) -> pieces.forEach(piece -> add(piece, number)));
    next = Arrays.copyOf(next, told.size() * width);
  }

  private void learn(String piece) {
    if (plain(piece) < 2) {
      throw new IllegalStateException(
          "“" + piece + "” is no piece that begins with two plain letters");
    }
    for (int i = 0; i < plain(piece); i++) {
      char letter = piece.charAt(i);
      if (letters[letter] == 0) {
        letters[letter] = (byte) width++;
      }
    }
  }

  /** How many letters are looked at: the plain ones at its beginning. */
  private static int plain(String piece) {
    int plain = 0;
    while (plain < Math.min(LONGEST, piece.length()) && piece.charAt(plain) < PLAIN) {
      plain++;
    }
    return plain;
  }

  private char knot() {
    int number = told.size();
    if (number > Character.MAX_VALUE) {
      throw new IllegalStateException("The rules know too many words");
    }
    told.add(new int[0]);
    int size = told.size() * width;
    if (next.length < size) {
      next = Arrays.copyOf(next, 2 * size);
    }
    return (char) number;
  }

  private void add(String piece, int set) {
    int knot = 0;
    for (int i = 0; i < plain(piece); i++) {
      int place = knot * width + letters[piece.charAt(i)];
      if (next[place] == 0) {
        char grown = knot();
        next[place] = grown;
      }
      knot = next[place];
    }
    int[] known = told.get(knot);
    int[] more = Arrays.copyOf(known, known.length + 1);
    more[known.length] = set;
    told.set(knot, more);
  }

  /** The numbers of the sets of which a piece stands there. */
  BitSet in(String sentence) {
    String small = sentence.toLowerCase(Locale.ROOT);
    BitSet there = new BitSet(sets.size());
    for (int from = 0; from < small.length(); from++) {
      int knot = 0;
      for (int at = from; at < small.length(); at++) {
        char letter = small.charAt(at);
        int known = letter < PLAIN ? letters[letter] : 0;
        knot = known == 0 ? 0 : next[knot * width + known];
        if (knot == 0) {
          break;
        }
        for (int set : told.get(knot)) {
          there.set(set);
        }
      }
    }
    return there;
  }
}

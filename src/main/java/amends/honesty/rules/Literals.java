package amends.honesty.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads off a pattern which letters stand in whatever it can match. With them most patterns need
 * not be tried on most sentences. Knows the parts of the language of patterns that the rules use;
 * where it is not sure it says nothing.
 */
final class Literals {
  private static final int PLAIN = 128;

  private final String pattern;
  private int at;

  private Literals(String pattern) {
    this.pattern = pattern;
  }

  /**
   * Sets of pieces in small letters: of each of them one piece stands in whatever the pattern can
   * match. None where it is not known.
   */
  static List<Set<String>> of(String pattern) {
    return new Literals(pattern).alternatives();
  }

  /** The ones that say most: those whose shortest piece is longest. */
  static List<Set<String>> telling(List<Set<String>> sets, int most) {
    return sets.stream()
        .distinct()
        .sorted(Comparator.comparingInt(Literals::shortest).reversed().thenComparingInt(Set::size))
        .limit(most)
        .toList();
  }

  private static int shortest(Set<String> pieces) {
    return pieces.stream().mapToInt(String::length).min().orElse(0);
  }

  /** What one way alone needs; of several ways, one piece of the most telling set of each. */
  private List<Set<String>> alternatives() {
    List<Set<String>> first = sequence();
    if (at >= pattern.length() || pattern.charAt(at) != '|') {
      return first;
    }
    Set<String> all = new HashSet<>();
    boolean known = add(all, first);
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      known &= add(all, sequence());
    }
    return known ? List.of(all) : List.of();
  }

  private static boolean add(Set<String> all, List<Set<String>> way) {
    telling(way, 1).forEach(all::addAll);
    return !way.isEmpty();
  }

  private List<Set<String>> sequence() {
    List<Set<String>> needed = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      int start = at;
      boolean group = pattern.charAt(start) == '(';
      List<Set<String>> inside = atom();
      int letter = group ? -1 : letter(start);
      boolean repeated = at < pattern.length() && "?*+{".indexOf(pattern.charAt(at)) >= 0;
      boolean there = !repeated || needed();
      if (letter >= 0 && there) {
        run.appendCodePoint(Character.toLowerCase(letter));
      }
      if (letter < 0 || repeated) {
        needed.addAll(piece(run));
        run.setLength(0);
      }
      if (there) {
        needed.addAll(inside);
      }
    }
    needed.addAll(piece(run));
    return needed;
  }

  /** Moves behind one part; what a group needs, nothing for everything else. */
  private List<Set<String>> atom() {
    char first = pattern.charAt(at);
    if (first == '(') {
      return group();
    }
    if (first == '[') {
      at++;
      while (pattern.charAt(at) != ']') {
        at += pattern.charAt(at) == '\\' ? 2 : 1;
      }
      at++;
    } else if (first == '\\') {
      at += 2;
      if ("pP".indexOf(pattern.charAt(at - 1)) >= 0 && pattern.startsWith("{", at)) {
        at = pattern.indexOf('}', at) + 1;
      } else if (pattern.charAt(at - 1) == 'u') {
        at += 4;
      }
    } else {
      at++;
    }
    return List.of();
  }

  private List<Set<String>> group() {
    boolean looksRound =
        pattern.startsWith("(?=", at)
            || pattern.startsWith("(?!", at)
            || pattern.startsWith("(?<=", at)
            || pattern.startsWith("(?<!", at);
    if (pattern.startsWith("(?<", at) && !looksRound) {
      at = pattern.indexOf('>', at) + 1;
    } else if (looksRound) {
      at += pattern.charAt(at + 2) == '<' ? 4 : 3;
    } else if (pattern.startsWith("(?", at)) {
      at = pattern.indexOf(':', at) + 1;
    } else {
      at++;
    }
    List<Set<String>> inside = alternatives();
    at++;
    return looksRound ? List.of() : inside;
  }

  /** The letter that stands for itself there; -1 for everything else. */
  private int letter(int start) {
    char first = pattern.charAt(start);
    if (first == '\\') {
      char escaped = pattern.charAt(start + 1);
      return Character.isLetterOrDigit(escaped) ? -1 : escaped;
    }
    return "([.^$".indexOf(first) >= 0 ? -1 : first;
  }

  /** Moves behind a quantifier; whether it asks for one at least. */
  private boolean needed() {
    char first = pattern.charAt(at);
    boolean once = first == '+' || first == '{' && pattern.charAt(at + 1) != '0';
    at = first == '{' ? pattern.indexOf('}', at) + 1 : at + 1;
    if (at < pattern.length() && "?+".indexOf(pattern.charAt(at)) >= 0) {
      at++;
    }
    return once;
  }

  /** From its first two plain signs to its last plain one. */
  private static List<Set<String>> piece(CharSequence run) {
    String letters = run.toString().toLowerCase(Locale.ROOT);
    int from = 0;
    while (from < letters.length() && letters.charAt(from) >= PLAIN) {
      from++;
    }
    int to = from;
    while (to < letters.length() && letters.charAt(to) < PLAIN) {
      to++;
    }
    return to - from < 2 ? List.of() : List.of(Set.of(letters.substring(from, to)));
  }
}

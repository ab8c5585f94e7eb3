package amends.honesty.rules;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads off a pattern which letters stand in whatever it can match: of a set of pieces at least
 * one. With them most rules need not be tried on most sentences. Knows the parts of the language of
 * patterns that the rules use; where it is not sure it says nothing.
 */
final class Literals {
  private static final int PLAIN = 128;

  private final String pattern;
  private int at;

  private Literals(String pattern) {
    this.pattern = pattern;
  }

  /** Small letters; null where there is no such set. */
  static @Nullable Set<String> of(String pattern) {
    return new Literals(pattern).alternatives();
  }

  /** Whichever says more: the one whose shortest piece is longer. */
  static @Nullable Set<String> better(@Nullable Set<String> one, @Nullable Set<String> other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    int difference = shortest(one) - shortest(other);
    return difference > 0 || difference == 0 && one.size() <= other.size() ? one : other;
  }

  private static int shortest(Set<String> pieces) {
    return pieces.stream().mapToInt(String::length).min().orElse(0);
  }

  private @Nullable Set<String> alternatives() {
    Set<String> all = new HashSet<>();
    boolean known = true;
    while (true) {
      Set<String> one = sequence();
      if (one == null) {
        known = false;
      } else {
        all.addAll(one);
      }
      if (at >= pattern.length() || pattern.charAt(at) != '|') {
        return known ? all : null;
      }
      at++;
    }
  }

  private @Nullable Set<String> sequence() {
    Set<String> best = null;
    StringBuilder run = new StringBuilder();
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      int start = at;
      Set<String> group = atom();
      int letter = group == null ? letter(start) : -1;
      boolean repeated = at < pattern.length() && "?*+{".indexOf(pattern.charAt(at)) >= 0;
      boolean needed = !repeated || needed();
      if (letter >= 0 && needed) {
        run.appendCodePoint(Character.toLowerCase(letter));
      }
      if (letter < 0 || repeated) {
        best = better(best, piece(run));
        run.setLength(0);
      }
      best = needed ? better(best, group) : best;
    }
    return better(best, piece(run));
  }

  /** Moves behind one part; what a group needs, null for everything else. */
  private @Nullable Set<String> atom() {
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
    return null;
  }

  private @Nullable Set<String> group() {
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
    Set<String> inside = alternatives();
    at++;
    return looksRound ? null : inside;
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

  /** Begins with two plain signs, as {@link Pieces} asks for. */
  private static @Nullable Set<String> piece(CharSequence run) {
    String letters = run.toString().toLowerCase(Locale.ROOT);
    for (int from = 0; from + 1 < letters.length(); from++) {
      if (letters.charAt(from) < PLAIN && letters.charAt(from + 1) < PLAIN) {
        return Set.of(letters.substring(from));
      }
    }
    return null;
  }
}

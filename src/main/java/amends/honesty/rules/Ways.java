package amends.honesty.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a pattern of many alternatives apart, so that only those need be tried whose letters stand
 * in a sentence. Whichever of the parts begins first, and of several the foremost, is what the
 * whole pattern finds: only what has no width stands before the alternatives.
 */
final class Ways {
  private final String pattern;
  private int at;

  private Ways(String pattern) {
    this.pattern = pattern;
  }

  /** In their order; the pattern itself where it is no choice. */
  static List<String> of(String pattern) {
    List<String> ways = new ArrayList<>();
    split("", pattern, "", ways);
    return List.copyOf(ways);
  }

  private static void split(String before, String pattern, String after, List<String> ways) {
    for (String one : alternatives(pattern)) {
      Ways within = new Ways(one);
      within.withoutWidth();
      int open = within.at;
      within.group();
      int close = within.at;
      within.withoutWidth();
      if (close == open || within.at < one.length()) {
        ways.add(before + one + after);
      } else {
        int begin =
            one.startsWith("(?<", open) ? one.indexOf('>', open) + 1 : open + "(?:".length();
        split(
            before + one.substring(0, begin),
            one.substring(begin, close - 1),
            one.substring(close - 1) + after,
            ways);
      }
    }
  }

  private static List<String> alternatives(String pattern) {
    List<String> found = new ArrayList<>();
    Ways read = new Ways(pattern);
    int begun = 0;
    while (read.at < pattern.length()) {
      if (pattern.charAt(read.at) == '|') {
        found.add(pattern.substring(begun, read.at));
        begun = ++read.at;
      } else {
        read.atom();
      }
    }
    found.add(pattern.substring(begun));
    return found;
  }

  /** Moves behind whatever has no width. */
  private void withoutWidth() {
    while (at < pattern.length()) {
      if (pattern.startsWith("\\b", at)) {
        at += 2;
      } else if (pattern.charAt(at) == '^' || pattern.charAt(at) == '$') {
        at++;
      } else if (looksRound()) {
        atom();
      } else {
        return;
      }
    }
  }

  /** Moves behind a group that is there once and is remembered by name or not at all. */
  private void group() {
    boolean named = pattern.startsWith("(?<", at) || pattern.startsWith("(?:", at);
    int open = at;
    if (named && !looksRound()) {
      atom();
      if (at < pattern.length() && "?*+{".indexOf(pattern.charAt(at)) >= 0) {
        at = open;
      }
    }
  }

  private boolean looksRound() {
    return pattern.startsWith("(?=", at)
        || pattern.startsWith("(?!", at)
        || pattern.startsWith("(?<=", at)
        || pattern.startsWith("(?<!", at);
  }

  /** Moves behind one sign, set of signs or group. */
  private void atom() {
    switch (pattern.charAt(at)) {
      case '\\' -> at += 2;
      case '[' -> {
        while (pattern.charAt(at) != ']') {
          at += pattern.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
      }
      case '(' -> {
        at++;
        while (pattern.charAt(at) != ')') {
          atom();
        }
        at++;
      }
      default -> at++;
    }
  }
}

package amends.cases.web;

import amends.cases.web.SearchView.Piece;
import amends.shared.Plain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Shows where the words that were searched for stand in a text. */
final class Marks {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
  private static final int BEFORE = 60;
  private static final int LONGEST = 180;
  private static final int SHORTEST = 2;

  private final List<String> beginnings;

  /**
   * @param stems the forms in which the search looked for the words
   */
  Marks(String typed, List<String> stems) {
    beginnings =
        Stream.concat(Arrays.stream(Plain.folded(typed).split(" ", -1)), stems.stream())
            .filter(word -> word.length() >= SHORTEST)
            .distinct()
            .toList();
  }

  List<Piece> in(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher words = WORD.matcher(text);
    int shown = 0;
    while (words.find()) {
      if (fits(words.group())) {
        add(pieces, text.substring(shown, words.start()), false);
        add(pieces, words.group(), true);
        shown = words.end();
      }
    }
    add(pieces, text.substring(shown), false);
    return pieces;
  }

  /** A line around the first word that was found; nothing when the text bears none. */
  List<Piece> excerpt(String text) {
    String line = Plain.line(text);
    Matcher words = WORD.matcher(line);
    while (words.find()) {
      if (fits(words.group())) {
        return in(around(line, words.start()));
      }
    }
    return List.of();
  }

  private static String around(String line, int at) {
    int from = at <= BEFORE ? 0 : line.indexOf(' ', at - BEFORE) + 1;
    int to = Math.min(line.length(), from + LONGEST);
    int end = to == line.length() ? to : Math.max(line.lastIndexOf(' ', to), at);
    return (from == 0 ? "" : "… ") + line.substring(from, end) + (end == line.length() ? "" : " …");
  }

  private boolean fits(String word) {
    String folded = Plain.folded(word);
    for (String beginning : beginnings) {
      if (folded.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }

  private static void add(List<Piece> pieces, String words, boolean found) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(words, found));
    }
  }
}

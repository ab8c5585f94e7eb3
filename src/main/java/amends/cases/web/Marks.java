package amends.cases.web;

import amends.cases.Sought;
import amends.cases.web.SearchView.Piece;
import amends.shared.Plain;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Shows where the words that were searched for stand in a text. */
final class Marks {
  private static final int BEFORE = 60;
  private static final int LONGEST = 180;

  private final Sought sought;

  Marks(Sought sought) {
    this.sought = sought;
  }

  List<Piece> in(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher words = Sought.words(text);
    int shown = 0;
    while (sought.next(words)) {
      add(pieces, text.substring(shown, words.start()), false);
      add(pieces, words.group(), true);
      shown = words.end();
    }
    add(pieces, text.substring(shown), false);
    return pieces;
  }

  /** A line around the first word that was found; nothing when the text bears none. */
  List<Piece> excerpt(String text) {
    String line = Plain.line(text);
    Matcher words = Sought.words(line);
    return sought.next(words) ? in(around(line, words.start())) : List.of();
  }

  private static String around(String line, int at) {
    int from = at <= BEFORE ? 0 : line.indexOf(' ', at - BEFORE) + 1;
    int to = Math.min(line.length(), from + LONGEST);
    int end = to == line.length() ? to : Math.max(line.lastIndexOf(' ', to), at);
    return (from == 0 ? "" : "… ") + line.substring(from, end) + (end == line.length() ? "" : " …");
  }

  private static void add(List<Piece> pieces, String words, boolean found) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(words, found));
    }
  }
}

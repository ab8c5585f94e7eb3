package amends.messages.social;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * A text as the posts that it takes: parted between paragraphs where that is possible, else between
 * sentences, else between words, and numbered so that a reader knows that more follows.
 */
final class Pieces {
  /** More than this is a letter. */
  static final int MOST = 4;

  private static final int NUMBERED = " (1/4)".length();

  private Pieces() {}

  /**
   * @return more than {@link #MOST} when it does not fit
   */
  static List<String> of(String text, int room, ToIntFunction<String> length) {
    String whole = text.strip();
    if (length.applyAsInt(whole) <= room) {
      return List.of(whole);
    }
    List<String> pieces = new ArrayList<>();
    String rest = whole;
    while (!rest.isEmpty() && pieces.size() <= MOST) {
      int end = end(rest, room - NUMBERED, length);
      pieces.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    return numbered(pieces);
  }

  private static List<String> numbered(List<String> pieces) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      all.add(pieces.get(i) + " (" + (i + 1) + "/" + pieces.size() + ")");
    }
    return all;
  }

  /** The last good place to stop that still fits. */
  private static int end(String text, int room, ToIntFunction<String> length) {
    if (length.applyAsInt(text) <= room) {
      return text.length();
    }
    int fits = 0;
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(text);
    for (int at = letters.next(); at != BreakIterator.DONE; at = letters.next()) {
      if (length.applyAsInt(text.substring(0, at)) > room) {
        break;
      }
      fits = at;
    }
    int paragraph = text.lastIndexOf("\n\n", fits);
    if (paragraph > fits / 3) {
      return paragraph;
    }
    int sentence = before(BreakIterator.getSentenceInstance(Locale.ROOT), text, fits);
    if (sentence > fits / 3) {
      return sentence;
    }
    int word = text.lastIndexOf(' ', fits);
    return word > 0 ? word : Math.max(1, fits);
  }

  private static int before(BreakIterator places, String text, int fits) {
    places.setText(text);
    return fits >= text.length() ? fits : Math.max(0, places.preceding(fits + 1));
  }
}

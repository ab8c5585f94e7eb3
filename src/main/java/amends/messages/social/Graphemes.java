package amends.messages.social;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;

/** Characters as a reader sees them (UAX 29): a family with a skin tone is one. */
final class Graphemes {
  private Graphemes() {}

  static int in(String text) {
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(text);
    int count = 0;
    while (letters.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }
}

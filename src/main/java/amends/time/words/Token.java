package amends.time.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word, a number or a sign of a text.
 *
 * @param text in small letters, with a straight apostrophe
 * @param glued whether it follows the one before without a blank
 */
record Token(String text, int start, int end, boolean glued) {
  private static final Pattern PIECE =
      Pattern.compile("\\d+|\\p{L}[\\p{L}\\p{M}]*(?:['’]\\p{L}[\\p{L}\\p{M}]*)*|[^\\s\\p{L}\\d]");

  static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher pieces = PIECE.matcher(text);
    int last = -1;
    while (pieces.find()) {
      tokens.add(
          new Token(plain(pieces.group()), pieces.start(), pieces.end(), pieces.start() == last));
      last = pieces.end();
    }
    return List.copyOf(tokens);
  }

  /** Dashes and apostrophes come in many shapes. */
  private static String plain(String piece) {
    return switch (piece) {
      case "–", "—", "‐", "‑", "−" -> "-";
      case "∶" -> ":";
      default ->
          Normalizer.normalize(piece, Normalizer.Form.NFC)
              .toLowerCase(Locale.ROOT)
              .replace('’', '\'');
    };
  }

  boolean isNumber() {
    return Character.isDigit(text.charAt(0));
  }
}

package amends.shared;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words as people type them, and the forms in which they are kept and looked for. */
public final class Plain {
  private Plain() {}

  /** One line, without what a database or a screen cannot hold. */
  public static String line(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\s\\u00a0]+", " ")
        .strip();
  }

  /** One line of at most so many characters; a character of two units is never cut in two. */
  public static String line(String text, int most) {
    String line = line(text);
    if (line.length() <= most) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(most - 1)) ? most - 1 : most;
    return line.substring(0, end).strip();
  }

  /** Without case, accents and punctuation: "Zoë Müller" is found by "zoe muller". */
  public static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replace("ß", "ss")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  /**
   * For {@code to_tsquery('simple', …)} on folded text: every typed word is the beginning of some
   * word. Empty when no word was typed; nothing that was typed acts as an operator.
   */
  public static String beginnings(String typed) {
    return Arrays.stream(folded(typed).split(" ", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> word + ":*")
        .collect(Collectors.joining(" & "));
  }

  /** For {@code like}: what begins with this text, taken literally. */
  public static String beginning(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }
}

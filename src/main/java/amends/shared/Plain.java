package amends.shared;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words as people type them, and the forms in which they are kept and looked for. */
public final class Plain {
  /** What a database or a screen cannot hold, and blanks of every kind. */
  private static final Pattern BLANKS = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\s\\u00a0]+");

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final char DELETE = 127;
  private static final String GREATEST = Character.toString(Character.MAX_CODE_POINT);

  private Plain() {}

  /** One line, without what a database or a screen cannot hold. */
  public static String line(String text) {
    if (isAscii(text)) {
      return joined(text, c -> c <= ' ' || c == DELETE);
    }
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return BLANKS.matcher(composed).replaceAll(" ").strip();
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
    if (isAscii(text)) {
      return joined(
          text.toLowerCase(Locale.ROOT), c -> (c < 'a' || c > 'z') && (c < '0' || c > '9'));
    }
    String bare = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String small = bare.toLowerCase(Locale.ROOT).replace("ß", "ss");
    return BETWEEN_WORDS.matcher(small).replaceAll(" ").strip();
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

  /**
   * What comes behind all that begins with this text, by its bytes. {@code x ~>=~ text and x ~<~
   * beyond} asks an index for {@code text_pattern_ops} the same as {@code like}, and can be planned
   * once for all texts: to plan for each pattern anew took longer than to find what it says.
   */
  public static @Nullable String beyond(@Nullable String text) {
    return text == null ? null : text + GREATEST;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > DELETE) {
        return false;
      }
    }
    return true;
  }

  /**
   * What stands between becomes one blank. Most words that are looked through are of these letters
   * only: held against each word of what was found, the patterns above took most of a search's
   * time.
   */
  private static String joined(String text, IntPredicate between) {
    StringBuilder joined = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!between.test(c)) {
        joined.append(c);
      } else if (!joined.isEmpty() && joined.charAt(joined.length() - 1) != ' ') {
        joined.append(' ');
      }
    }
    return joined.toString().stripTrailing();
  }
}

package amends.cases;

import amends.shared.Plain;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words that were searched for, and where they stand in a text. */
public final class Sought {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
  private static final int SHORTEST = 2;

  private final List<String> beginnings;

  /**
   * @param stems the forms in which the search looked for the words
   */
  public Sought(String typed, List<String> stems) {
    beginnings =
        Stream.concat(Arrays.stream(Plain.folded(typed).split(" ", -1)), stems.stream())
            .filter(word -> word.length() >= SHORTEST)
            .distinct()
            .toList();
  }

  /** The next word that begins as one of them; false when there is none. */
  public boolean next(Matcher words) {
    while (words.find()) {
      if (fits(words.group())) {
        return true;
      }
    }
    return false;
  }

  /** The words of a text, one after the other. */
  public static Matcher words(String text) {
    return WORD.matcher(text);
  }

  boolean standIn(String text) {
    return next(words(text));
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
}

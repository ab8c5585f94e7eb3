package amends.shared.page;

import java.util.Locale;

/**
 * Who somebody is, in 24 pixels.
 *
 * @param name as it is read out: "Tom Okafor", "You", "Customer"
 * @param initials at most two letters
 */
public record Face(String name, String initials, Kind kind) {

  /** Whose face. */
  public enum Kind {
    COLLEAGUE,
    YOU,
    TEAM,
    CUSTOMER,
    NOBODY
  }

  public static Face colleague(String name) {
    return new Face(name, initials(name), Kind.COLLEAGUE);
  }

  /**
   * @param you how the viewer is addressed in this language
   */
  public static Face you(String you, String name) {
    return new Face(you, initials(name), Kind.YOU);
  }

  public static Face team(String name) {
    return new Face(name, initials(name), Kind.TEAM);
  }

  public static Face customer(String word) {
    return new Face(word, "", Kind.CUSTOMER);
  }

  public static Face nobody(String word) {
    return new Face(word, "", Kind.NOBODY);
  }

  /** First letters of the first and the last word, in capitals. */
  public static String initials(String name) {
    String[] words = name.strip().split("\\s+", -1);
    String first = letter(words[0]);
    return words.length == 1 ? first : first + letter(words[words.length - 1]);
  }

  private static String letter(String word) {
    return word.isEmpty()
        ? ""
        : word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
  }
}

package amends.honesty.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern for words, tried in two ways: text of plain letters needs no Unicode tables, which made
 * a check several times slower when measured.
 */
final class Wording {
  private static final int UNICODE = Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  private final Pattern plain;
  private final Pattern any;

  /**
   * @param caseMinded whether small and capital letters differ
   */
  Wording(String pattern, boolean caseMinded) {
    int letters = caseMinded ? 0 : Pattern.CASE_INSENSITIVE;
    this.plain = Pattern.compile(pattern, letters);
    this.any = Pattern.compile(pattern, letters | UNICODE);
  }

  Matcher in(String text, boolean plainText) {
    return (plainText ? plain : any).matcher(text);
  }

  /** As it was written. */
  String pattern() {
    return plain.pattern();
  }

  static boolean plain(String text) {
    return text.chars().allMatch(c -> c < 128);
  }
}

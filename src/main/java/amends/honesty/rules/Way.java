package amends.honesty.rules;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One way in which words can stand in a sentence. Tried in two forms: text of plain letters needs
 * no Unicode tables, which made a check several times slower when measured. Either is made when a
 * text first asks for it, for most ways never are.
 */
final class Way {
  private static final int UNICODE = Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  /** Its place among all ways of a book. */
  final int number;

  /** The pieces of words that it cannot do without. */
  final List<Integer> needed;

  private final String pattern;
  private final int letters;
  private volatile @Nullable Pattern plain;
  private volatile @Nullable Pattern any;

  /**
   * @param caseMinded whether small and capital letters differ
   */
  Way(int number, String pattern, boolean caseMinded, List<Integer> needed) {
    this.number = number;
    this.pattern = pattern;
    this.letters = caseMinded ? 0 : Pattern.CASE_INSENSITIVE;
    this.needed = needed;
  }

  Matcher in(String text, boolean plainText) {
    return (plainText ? plain() : any()).matcher(text);
  }

  private Pattern plain() {
    Pattern made = plain;
    if (made == null) {
      made = Pattern.compile(pattern, letters);
      plain = made;
    }
    return made;
  }

  private Pattern any() {
    Pattern made = any;
    if (made == null) {
      made = Pattern.compile(pattern, letters | UNICODE);
      any = made;
    }
    return made;
  }
}

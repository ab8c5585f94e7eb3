package amends.honesty.rules;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One way in which words can stand in a sentence. Tried in two forms: text of plain letters needs
 * no Unicode tables, which made a check several times slower when measured; the other form is made
 * when a text first asks for it.
 */
final class Way {
  private static final int UNICODE = Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  /** Its place among all ways of a book. */
  final int number;

  /** The pieces of words that it cannot do without. */
  final List<Integer> needed;

  private final Pattern plain;
  private volatile @Nullable Pattern any;

  Way(int number, Pattern plain, List<Integer> needed) {
    this.number = number;
    this.plain = plain;
    this.needed = needed;
  }

  Matcher in(String text, boolean plainText) {
    return (plainText ? plain : any()).matcher(text);
  }

  private Pattern any() {
    Pattern made = any;
    if (made == null) {
      made = Pattern.compile(plain.pattern(), plain.flags() | UNICODE);
      any = made;
    }
    return made;
  }
}

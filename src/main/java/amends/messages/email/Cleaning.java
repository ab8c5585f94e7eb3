package amends.messages.email;

/**
 * Takes out what must not reach a database, a page or a header: control characters and the like.
 */
final class Cleaning {
  private Cleaning() {}

  /** One line: every run of white space and control characters becomes one space. */
  static String line(String value) {
    StringBuilder out = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c <= ' ' || c == 0x7F || c == 0x85 || c == 0x2028 || c == 0x2029) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
          out.append(' ');
        }
      } else if (!odd(c)) {
        out.append(whole(value, i));
      }
    }
    return out.toString().strip();
  }

  /** Many lines: they end with one line feed; tabs stay. */
  static String text(String value) {
    StringBuilder out = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\r') {
        if (i + 1 == value.length() || value.charAt(i + 1) != '\n') {
          out.append('\n');
        }
      } else if (c == '\n' || c == '\t' || (c >= ' ' && c != 0x7F && !odd(c))) {
        out.append(whole(value, i));
      }
    }
    return out.toString();
  }

  /** Without half a character at its end. */
  static String cut(String value, int chars) {
    if (value.length() <= chars) {
      return value;
    }
    return value.substring(
        0, Character.isHighSurrogate(value.charAt(chars - 1)) ? chars - 1 : chars);
  }

  private static boolean odd(char c) {
    return (c >= 0x80 && c < 0xA0) || c == 0xFFFE || c == 0xFFFF;
  }

  /** Half a surrogate pair cannot be stored; it becomes the replacement character. */
  private static char whole(String value, int i) {
    char c = value.charAt(i);
    if (!Character.isSurrogate(c)) {
      return c;
    }
    boolean paired =
        Character.isHighSurrogate(c)
            ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
            : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    return paired ? c : '\uFFFD';
  }
}

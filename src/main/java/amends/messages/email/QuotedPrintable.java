package amends.messages.email;

/** RFC 2045 quoted-printable for text: line feeds become line ends, long lines are folded. */
final class QuotedPrintable {
  private static final int LINE = 75;
  private static final String HEX = "0123456789ABCDEF";

  private QuotedPrintable() {}

  static String write(byte[] utf8) {
    StringBuilder out = new StringBuilder(utf8.length * 2);
    int column = 0;
    for (int i = 0; i < utf8.length; i++) {
      int b = utf8[i] & 0xFF;
      if (b == '\r') {
        continue;
      }
      if (b == '\n') {
        out.append("\r\n");
        column = 0;
        continue;
      }
      boolean lineEnds = i + 1 == utf8.length || utf8[i + 1] == '\n' || utf8[i + 1] == '\r';
      int width = literal(b, lineEnds, column, utf8, i) ? 1 : 3;
      if (column + width > LINE) {
        out.append("=\r\n");
        column = 0;
        width = literal(b, lineEnds, column, utf8, i) ? 1 : 3;
      }
      if (width == 1) {
        out.append((char) b);
      } else {
        out.append('=').append(HEX.charAt(b >> 4)).append(HEX.charAt(b & 15));
      }
      column += width;
    }
    return out.toString();
  }

  /**
   * White space at a line's end is lost on the way, "From " at a line's beginning gets a mark in
   * mailboxes, and a line of one full stop ends an SMTP transfer.
   */
  private static boolean literal(int b, boolean lineEnds, int column, byte[] utf8, int at) {
    if (b == ' ' || b == '\t') {
      return !lineEnds;
    }
    if (b == '=' || b < ' ' || b > 126) {
      return false;
    }
    if (column > 0) {
      return true;
    }
    boolean from = b == 'F' && at + 4 < utf8.length && utf8[at + 1] == 'r' && utf8[at + 4] == ' ';
    return b != '.' && b != '-' && !from;
  }
}

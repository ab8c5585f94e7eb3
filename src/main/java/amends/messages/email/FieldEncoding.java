package amends.messages.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** The one encoder of words in header fields: RFC 2047 where they are not plain ASCII. */
final class FieldEncoding {
  /** 39 bytes make 52 characters of base 64 and 12 around them, which fit behind "Subject: ". */
  private static final int WORD_BYTES = 39;

  private static final int LINE = 76;
  private static final String START = "=?UTF-8?B?";

  private FieldEncoding() {}

  /** A name: an atom or a quoted string where it can be, else encoded. */
  static String phrase(String name) {
    String value = refuseLineBreaks(name).strip();
    if (value.chars().allMatch(FieldEncoding::plainWord) && value.length() <= 60) {
      return value;
    }
    if (plain(value) && value.length() <= 60) {
      return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
    return encoded(value);
  }

  /** A subject; {@code taken} characters of its first line are already used. */
  static String unstructured(String text, int taken) {
    String value = refuseLineBreaks(text).strip();
    return plain(value) && value.length() + taken <= LINE && !value.contains("=?")
        ? value
        : encoded(value);
  }

  private static String refuseLineBreaks(String value) {
    if (value
        .chars()
        .anyMatch(c -> c < ' ' || c == 127 || c == 0x85 || c == 0x2028 || c == 0x2029)) {
      throw new IllegalArgumentException(
          "A name or subject is one line; take the line break out of “"
              + Cleaning.cut(Cleaning.line(value), 80)
              + "”.");
    }
    return value;
  }

  private static boolean plain(String value) {
    return value.chars().allMatch(c -> c >= ' ' && c < 127) && !value.contains("=?");
  }

  private static boolean plainWord(int c) {
    return c < 128 && Character.isLetterOrDigit(c) || c == ' ' || c == '-' || c == '\'';
  }

  /** Cut between characters, never within one. */
  private static String encoded(String value) {
    StringBuilder out = new StringBuilder();
    StringBuilder chunk = new StringBuilder();
    int bytes = 0;
    for (int c : value.codePoints().toArray()) {
      int size = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      if (bytes + size > WORD_BYTES) {
        word(out, chunk);
        bytes = 0;
      }
      chunk.appendCodePoint(c);
      bytes += size;
    }
    word(out, chunk);
    return out.toString();
  }

  private static void word(StringBuilder out, StringBuilder chunk) {
    out.append(out.isEmpty() ? "" : "\r\n ").append(START);
    out.append(Base64.getEncoder().encodeToString(chunk.toString().getBytes(UTF_8))).append("?=");
    chunk.setLength(0);
  }
}

package amends.messages.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** RFC 2047 encoded words, as they are found rather than as they should be; one pass. */
final class EncodedWords {
  private static final int LONGEST_CHARSET = 60;

  private final String value;
  private final StringBuilder out = new StringBuilder();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private @Nullable String pendingCharset;
  private int at;

  private EncodedWords(String value) {
    this.value = value;
  }

  static String decode(String value) {
    return value.contains("=?") ? new EncodedWords(value).decode() : value;
  }

  private String decode() {
    int plainFrom = 0;
    int lastEnd = value.lastIndexOf("?=");
    while (at < value.length()) {
      int start = value.indexOf("=?", at);
      // Beyond the last "?=" no word can end, so nothing is searched twice.
      if (start < 0 || start >= lastEnd) {
        break;
      }
      Word word = word(start);
      if (word == null) {
        at = start + 2;
        continue;
      }
      plain(value.substring(plainFrom, start));
      add(word);
      at = word.end;
      plainFrom = at;
    }
    String rest = value.substring(plainFrom);
    flush();
    return out.append(rest).toString();
  }

  /** White space between two encoded words belongs to neither. */
  private void plain(String between) {
    if (pendingCharset == null || !between.isBlank()) {
      flush();
      out.append(between);
    }
  }

  private void add(Word word) {
    // A character may be cut in two between words of one charset; their bytes are joined first.
    if (pendingCharset != null && !pendingCharset.equalsIgnoreCase(word.charset)) {
      flush();
    }
    pendingCharset = word.charset;
    pending.writeBytes(word.bytes);
  }

  private void flush() {
    if (pendingCharset != null) {
      out.append(Charsets.decode(pending.toByteArray(), pendingCharset));
      pending.reset();
      pendingCharset = null;
    }
  }

  private @Nullable Word word(int start) {
    int charsetEnd = value.indexOf('?', start + 2);
    if (charsetEnd < 0
        || charsetEnd - start > LONGEST_CHARSET
        || charsetEnd == start + 2
        || charsetEnd + 2 >= value.length()
        || value.charAt(charsetEnd + 2) != '?') {
      return null;
    }
    int textEnd = value.indexOf("?=", charsetEnd + 3);
    if (textEnd < 0) {
      return null;
    }
    String charset = value.substring(start + 2, charsetEnd);
    int language = charset.indexOf('*');
    String text = value.substring(charsetEnd + 3, textEnd);
    byte[] bytes =
        switch (value.charAt(charsetEnd + 1)) {
          case 'B', 'b' -> base64(text);
          case 'Q', 'q' -> quoted(text);
          default -> null;
        };
    return bytes == null
        ? null
        : new Word(language < 0 ? charset : charset.substring(0, language), bytes, textEnd + 2);
  }

  private static byte[] base64(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '/')) {
        clean.append(c);
      }
    }
    if (clean.length() % 4 == 1) {
      clean.setLength(clean.length() - 1);
    }
    return Base64.getDecoder().decode(clean.toString());
  }

  private static byte[] quoted(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int high = c == '=' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
      if (low >= 0) {
        bytes.write(high * 16 + low);
        i += 2;
      } else if (c == '_') {
        bytes.write(' ');
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private record Word(String charset, byte[] bytes, int end) {}
}

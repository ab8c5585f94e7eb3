package amends.messages.email;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** RFC 2152, which Java does not read and old Exchange servers write. */
final class Utf7 {
  private static final Set<String> NAMES =
      Set.of("utf-7", "utf7", "unicode-1-1-utf-7", "csunicode11utf7", "x-unicode-2-0-utf-7");
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private Utf7() {}

  static boolean named(String charset) {
    return NAMES.contains(charset);
  }

  static String decode(byte[] bytes) {
    String in = new String(bytes, StandardCharsets.ISO_8859_1);
    StringBuilder out = new StringBuilder(in.length());
    for (int at = 0; at < in.length(); at++) {
      char c = in.charAt(at);
      if (c != '+') {
        out.append(c);
      } else if (at + 1 < in.length() && in.charAt(at + 1) == '-') {
        out.append('+');
        at++;
      } else {
        at = shifted(in, at + 1, out);
      }
    }
    return out.toString();
  }

  /** Returns where the last character of the shifted run stands. */
  private static int shifted(String in, int from, StringBuilder out) {
    int bits = 0;
    int count = 0;
    int at = from;
    for (; at < in.length(); at++) {
      int value = BASE64.indexOf(in.charAt(at));
      if (value < 0) {
        break;
      }
      bits = bits << 6 | value;
      count += 6;
      if (count >= 16) {
        count -= 16;
        out.append((char) (bits >> count & 0xFFFF));
      }
    }
    return at < in.length() && in.charAt(at) == '-' ? at : at - 1;
  }
}

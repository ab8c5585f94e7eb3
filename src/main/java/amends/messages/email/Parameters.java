package amends.messages.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A structured value such as {@code text/plain; charset=utf-8} with its parameters, RFC 2231
 * continuations and charsets included; tolerant of what senders really write.
 */
record Parameters(String value, Map<String, String> parameters) {
  private static final int MOST = 200;

  @Nullable String get(String name) {
    return parameters.get(name);
  }

  static Parameters read(@Nullable String field) {
    if (field == null) {
      return new Parameters("", Map.of());
    }
    int semicolon = field.indexOf(';');
    String value = semicolon < 0 ? field : field.substring(0, semicolon);
    int comment = value.indexOf('(');
    value = comment < 0 ? value : value.substring(0, comment);
    Map<String, String> written =
        semicolon < 0 ? Map.of() : new Scanner(field, semicolon + 1).read();
    return new Parameters(
        value.replace("\"", "").strip().toLowerCase(Locale.ROOT), decoded(written));
  }

  private static Map<String, String> decoded(Map<String, String> written) {
    Map<String, String> plain = new LinkedHashMap<>();
    Map<String, TreeMap<Integer, Segment>> pieces = new LinkedHashMap<>();
    written.forEach((name, value) -> {
      int star = name.indexOf('*');
      if (star < 0) {
        plain.putIfAbsent(name, EncodedWords.decode(value));
        return;
      }
      boolean encoded = name.endsWith("*");
      String number =
          name.substring(star + 1, Math.max(star + 1, name.length() - (encoded ? 1 : 0)));
      int at = number.isEmpty() ? 0 : number(number);
      if (at >= 0) {
        pieces
            .computeIfAbsent(name.substring(0, star), base -> new TreeMap<>())
            .put(at, new Segment(value, encoded));
      }
    });
    pieces.forEach((name, segments) -> plain.put(name, join(segments)));
    return plain;
  }

  private static int number(String digits) {
    try {
      return digits.length() > 4 ? -1 : Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static String join(TreeMap<Integer, Segment> segments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String charset = null;
    boolean first = true;
    for (Segment segment : segments.values()) {
      String value = segment.value;
      if (first && segment.encoded) {
        int quote = value.indexOf('\'');
        int second = quote < 0 ? -1 : value.indexOf('\'', quote + 1);
        if (second >= 0) {
          charset = value.substring(0, quote);
          value = value.substring(second + 1);
        }
      }
      bytes.writeBytes(segment.encoded ? percent(value) : value.getBytes(UTF_8));
      first = false;
    }
    return EncodedWords.decode(Charsets.decode(bytes.toByteArray(), charset));
  }

  private static byte[] percent(String value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean escape = c == '%' && i + 2 < value.length();
      int high = escape ? Character.digit(value.charAt(i + 1), 16) : -1;
      int low = high < 0 ? -1 : Character.digit(value.charAt(i + 2), 16);
      if (low >= 0) {
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private record Segment(String value, boolean encoded) {}

  /** One pass over {@code name=value; name="value"}. */
  private static final class Scanner {
    private final String field;
    private int at;

    Scanner(String field, int at) {
      this.field = field;
      this.at = at;
    }

    Map<String, String> read() {
      Map<String, String> found = new LinkedHashMap<>();
      while (at < field.length() && found.size() < MOST) {
        int equals = field.indexOf('=', at);
        if (equals < 0) {
          break;
        }
        int semicolon = field.indexOf(';', at);
        if (semicolon >= 0 && semicolon < equals) {
          at = semicolon + 1;
          continue;
        }
        String name = field.substring(at, equals).strip().toLowerCase(Locale.ROOT);
        at = equals + 1;
        found.putIfAbsent(name, value());
      }
      return found;
    }

    private String value() {
      while (at < field.length() && field.charAt(at) == ' ') {
        at++;
      }
      if (at < field.length() && field.charAt(at) == '"') {
        return quoted();
      }
      int end = field.indexOf(';', at);
      end = end < 0 ? field.length() : end;
      String value = field.substring(at, end).strip();
      at = end + 1;
      return value;
    }

    private String quoted() {
      StringBuilder value = new StringBuilder();
      for (at++; at < field.length() && field.charAt(at) != '"'; at++) {
        boolean escape =
            field.charAt(at) == '\\'
                && at + 1 < field.length()
                && (field.charAt(at + 1) == '"' || field.charAt(at + 1) == '\\');
        value.append(field.charAt(escape ? ++at : at));
      }
      int end = field.indexOf(';', at);
      at = end < 0 ? field.length() : end + 1;
      return value.toString();
    }
  }
}

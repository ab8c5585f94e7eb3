package amends.messages.trust;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One Authentication-Results field (RFC 8601).
 *
 * @param by the name of who wrote it, in lower case
 */
record AuthResults(String by, List<Result> results) {
  private static final int MOST = 40;
  private static final int LONGEST = 8_000;
  private static final Pattern PAIR =
      Pattern.compile("([a-zA-Z0-9._-]+)\\s*=\\s*(\"[^\"]*\"|[^\\s;\"]+)");

  /**
   * @param method such as {@code dkim}
   * @param value such as {@code pass}
   * @param properties such as {@code header.d}
   */
  record Result(String method, String value, Map<String, String> properties) {
    boolean passes() {
      return value.equals("pass");
    }

    String property(String name) {
      return properties.getOrDefault(name, "");
    }
  }

  /** Null when it is none. */
  static @Nullable AuthResults read(String field) {
    if (field.length() > LONGEST) {
      return null;
    }
    String[] pieces = withoutComments(field).split(";", MOST);
    String by = pieces[0].strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    if (by.isEmpty()) {
      return null;
    }
    List<Result> results = new ArrayList<>();
    for (int i = 1; i < pieces.length; i++) {
      Result result = result(pieces[i]);
      if (result != null) {
        results.add(result);
      }
    }
    return new AuthResults(by, results);
  }

  private static @Nullable Result result(String piece) {
    Matcher pair = PAIR.matcher(piece);
    if (!pair.find()) {
      return null;
    }
    String method = pair.group(1).toLowerCase(Locale.ROOT);
    String value = pair.group(2).toLowerCase(Locale.ROOT);
    Map<String, String> properties = new HashMap<>();
    while (pair.find()) {
      properties.putIfAbsent(
          pair.group(1).toLowerCase(Locale.ROOT), pair.group(2).replace("\"", ""));
    }
    return new Result(method, value, properties);
  }

  /** Comments may lie within each other, and they and quoted words hold what looks like results. */
  static String withoutComments(String field) {
    StringBuilder plain = new StringBuilder();
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '\\' && (quoted || depth > 0)) {
        i++;
      } else if (c == '"' && depth == 0) {
        quoted = !quoted;
        plain.append(c);
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')' && depth > 0) {
        depth--;
      } else if (depth == 0) {
        // What is quoted is one word, whatever it holds.
        plain.append(quoted && c == ';' ? ' ' : c);
      }
    }
    return plain.toString();
  }
}

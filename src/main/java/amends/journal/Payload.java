package amends.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Payloads as JSON with sorted keys, so that the same facts always give the same bytes. */
final class Payload {
  private static final int LONGEST = 200;
  private static final String PUNCTUATION = "_.:/+=-";

  private Payload() {}

  static String json(Map<String, ?> payload) {
    StringBuilder json = new StringBuilder("{");
    new TreeMap<>(payload)
        .forEach((key, value) ->
            json.append(json.length() > 1 ? "," : "")
                .append(quoted(key))
                .append(':')
                .append(value(value)));
    return json.append('}').toString();
  }

  private static String value(Object value) {
    return switch (value) {
      case Number number -> number.toString();
      case Boolean yes -> yes.toString();
      case Instant moment -> quoted(moment.toString());
      case Collection<?> many ->
          many.stream().map(Payload::value).collect(Collectors.joining(",", "[", "]"));
      case Object code -> quoted(code.toString());
    };
  }

  private static String quoted(String code) {
    if (!isCode(code)) {
      throw new IllegalArgumentException(
          "the journal holds ids, moments and codes, no text: write a hash instead");
    }
    return '"' + code + '"';
  }

  /** Codes, ids and hashes: what a name or a sentence of a person would not fit into. */
  private static boolean isCode(String code) {
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      boolean alphanumeric = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!alphanumeric && PUNCTUATION.indexOf(c) < 0) {
        return false;
      }
    }
    return code.length() <= LONGEST;
  }
}

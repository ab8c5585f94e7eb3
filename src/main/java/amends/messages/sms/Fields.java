package amends.messages.sms;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The fields of a form that was sent as one. */
final class Fields {
  private static final int MOST = 200;

  private Fields() {}

  /** Empty when it is none. */
  static Map<String, String> of(SmsProvider.Knock knock) {
    Map<String, String> fields = new HashMap<>();
    if (!knock.type().startsWith("application/x-www-form-urlencoded")) {
      return fields;
    }
    String body = new String(knock.body(), StandardCharsets.UTF_8);
    for (String pair : body.split("&", MOST)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        decoded(pair.substring(0, equals), pair.substring(equals + 1), fields);
      }
    }
    return fields;
  }

  private static void decoded(String name, String value, Map<String, String> fields) {
    try {
      fields.put(
          URLDecoder.decode(name, StandardCharsets.UTF_8),
          URLDecoder.decode(value, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      fields.put("", "");
    }
  }
}

package amends.messages.email;

import amends.messages.ReadMail.Bounce;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The machine-readable part of an RFC 3464 report: groups of fields, one for each recipient. */
final class StatusReport {
  private static final int MOST_LINES = 5_000;

  private StatusReport() {}

  /** The first recipient whom it did not reach; null where all were reached. */
  static @Nullable Bounce read(String text) {
    Bounce delayed = null;
    for (Map<String, String> group : groups(text)) {
      String action = group.getOrDefault("action", "").toLowerCase(Locale.ROOT);
      Bounce bounce = bounce(group, action);
      if (action.startsWith("failed")) {
        return bounce;
      }
      if (delayed == null && bounce != null && !reached(action)) {
        delayed = bounce;
      }
    }
    return delayed;
  }

  private static boolean reached(String action) {
    return action.startsWith("delivered")
        || action.startsWith("relayed")
        || action.startsWith("expanded");
  }

  private static @Nullable Bounce bounce(Map<String, String> group, String action) {
    String recipient = group.getOrDefault("final-recipient", "");
    String original = group.getOrDefault("original-recipient", "");
    String status = BounceText.status(group.getOrDefault("status", ""));
    String reason = afterType(group.getOrDefault("diagnostic-code", ""));
    if (recipient.isEmpty() && original.isEmpty() && status == null && action.isEmpty()) {
      return null;
    }
    String address = address(recipient.isEmpty() ? original : recipient);
    Bounce.Type type =
        action.startsWith("delayed") ? Bounce.Type.SOFT : Bounces.type(status, reason);
    return new Bounce(address, type, status, Bounces.reason(reason));
  }

  private static @Nullable String address(String value) {
    String address = afterType(value).replace("<", "").replace(">", "").strip();
    return address.isEmpty() ? null : Cleaning.cut(Cleaning.line(address), 320);
  }

  /** "rfc822; ann@example.com" and "smtp; 550 no such user". */
  private static String afterType(String value) {
    int semicolon = value.indexOf(';');
    return (semicolon < 0 ? value : value.substring(semicolon + 1)).strip();
  }

  private static List<Map<String, String>> groups(String text) {
    List<Map<String, String>> groups = new ArrayList<>();
    Map<String, String> group = new HashMap<>();
    String name = "";
    for (String line : (Iterable<String>) text.lines().limit(MOST_LINES)::iterator) {
      int colon = line.indexOf(':');
      if (line.isBlank()) {
        groups.add(group);
        group = new HashMap<>();
      } else if (Character.isWhitespace(line.charAt(0))) {
        String more = line.strip();
        group.computeIfPresent(
            name, (field, value) -> value.length() < 2_000 ? value + " " + more : value);
      } else if (colon > 0) {
        name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        group.put(name, line.substring(colon + 1).strip());
      }
    }
    groups.add(group);
    return groups;
  }
}

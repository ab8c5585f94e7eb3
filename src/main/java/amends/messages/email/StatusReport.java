package amends.messages.email;

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

  /**
   * What became of one recipient.
   *
   * @param words the server's own, as far as the fields tell them
   */
  record Fate(@Nullable String recipient, String action, @Nullable String status, String words) {
    boolean reached() {
      return action.startsWith("deliver")
          || action.startsWith("relayed")
          || action.startsWith("expanded")
          || action.isEmpty() && status != null && status.startsWith("2");
    }

    boolean failed() {
      return action.startsWith("fail");
    }

    boolean delayed() {
      return action.startsWith("delay");
    }
  }

  /** In the report's order. */
  static List<Fate> read(String text) {
    List<Fate> fates = new ArrayList<>();
    for (Map<String, String> group : groups(text)) {
      Fate fate = fate(group);
      if (fate != null) {
        fates.add(fate);
      }
    }
    return fates;
  }

  /** Such groups within other words, which do not say that they are; empty for none. */
  static String within(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int at = lower.indexOf("\nfinal-recipient:");
    boolean told = at >= 0 && (lower.contains("\naction:") || lower.contains("\nstatus:"));
    int from = told ? Math.max(text.lastIndexOf("\n\n", at), 0) : 0;
    return told ? Cleaning.cut(Cleaning.text(text.substring(from)), 16_384) : "";
  }

  /** The one to tell of: the first that failed, else the first that was not reached. */
  static @Nullable Fate worst(List<Fate> fates) {
    Fate other = null;
    for (Fate fate : fates) {
      if (fate.failed()) {
        return fate;
      }
      other = other == null && !fate.reached() ? fate : other;
    }
    return other;
  }

  private static @Nullable Fate fate(Map<String, String> group) {
    String written = first(group, "x-actual-recipient", "final-recipient", "original-recipient");
    String action = first(group, "action").toLowerCase(Locale.ROOT);
    String words = Cleaning.line(afterType(first(group, "diagnostic-code", "x-display-name")));
    if (!group.containsKey("diagnostic-code")) {
      words = "";
    }
    String status = status(first(group, "status"), words);
    if (written.isEmpty() && action.isEmpty() && status == null) {
      return null;
    }
    String remote =
        afterType(first(group, "diagnostic-code")).isEmpty() ? first(group, "status") : "";
    // "5.0.0 (user unknown)": some write their words behind the status.
    int comment = remote.indexOf('(');
    String said = words.isEmpty() && comment >= 0 ? remote.substring(comment) : words;
    return new Fate(address(group), action, status, said);
  }

  private static @Nullable String status(String field, String words) {
    String stated = field.startsWith("2.") ? field.split(" ", 2)[0] : BounceCodes.enhanced(field);
    String spoken = BounceCodes.enhanced(words);
    boolean sameClass = stated == null || spoken != null && spoken.charAt(0) == stated.charAt(0);
    if (spoken != null && sameClass && (stated == null || BounceCodes.vague(stated))) {
      return spoken;
    }
    return stated != null ? stated : BounceCodes.status(words);
  }

  private static String first(Map<String, String> group, String... names) {
    for (String name : names) {
      String value = group.getOrDefault(name, "");
      if (!value.isBlank()) {
        return value;
      }
    }
    return "";
  }

  /** The address that we wrote to says more to us than the one that it was forwarded to. */
  private static @Nullable String address(Map<String, String> group) {
    for (String name : List.of("final-recipient", "original-recipient", "x-actual-recipient")) {
      String written = afterType(group.getOrDefault(name, ""));
      String address = BouncedAddress.in(written);
      if (address != null && !address.contains("=")) {
        return Cleaning.cut(address, 320);
      }
    }
    String bare =
        afterType(first(group, "final-recipient", "original-recipient"))
            .replace("<", "")
            .replace(">", "")
            .strip();
    return bare.isEmpty() ? null : Cleaning.cut(Cleaning.line(bare), 320);
  }

  /** "rfc822; ann@example.com" and "smtp; 550 no such user". */
  static String afterType(String value) {
    int semicolon = value.indexOf(';');
    boolean typed =
        semicolon > 0 && semicolon <= 20 && value.substring(0, semicolon).indexOf(' ') < 0;
    return (typed ? value.substring(semicolon + 1) : value).strip();
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
      } else if (colon > 0 && line.substring(0, colon).indexOf(' ') < 0) {
        name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (name.equals("final-recipient") && group.containsKey(name)) {
          groups.add(group);
          group = new HashMap<>();
        }
        group.putIfAbsent(name, line.substring(colon + 1).strip());
      } else if (group.containsKey(name) && name.equals("diagnostic-code")) {
        String more = line.strip();
        group.compute(name, (field, value) -> value == null ? more : value + " " + more);
      }
    }
    groups.add(group);
    return groups;
  }
}

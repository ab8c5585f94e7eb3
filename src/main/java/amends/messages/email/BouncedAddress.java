package amends.messages.email;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Addresses within the words of a report. */
final class BouncedAddress {
  private static final Set<String> DAEMONS =
      Set.of("mailer-daemon", "postmaster", "mail-daemon", "mailerdaemon", "noreply", "no-reply");

  private BouncedAddress() {}

  /** The first word of the line that is an address; null for none. */
  static @Nullable String in(String line) {
    return in(line, 0);
  }

  static @Nullable String in(String line, int from) {
    for (int at = line.indexOf('@', from); at >= 0; at = line.indexOf('@', at + 1)) {
      String address = around(line, at);
      if (address != null) {
        return address;
      }
    }
    return null;
  }

  static boolean daemon(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    int at = lower.indexOf('@');
    return at > 0 && DAEMONS.contains(lower.substring(0, at));
  }

  private static @Nullable String around(String line, int at) {
    int from = at;
    if (from > 0 && line.charAt(from - 1) == '"') {
      from = Math.max(0, line.lastIndexOf('"', from - 2));
    } else {
      while (from > 0 && part(line.charAt(from - 1))) {
        from--;
      }
    }
    int to = at + 1;
    while (to < line.length() && domain(line.charAt(to))) {
      to++;
    }
    while (to > at && ".-".indexOf(line.charAt(to - 1)) >= 0) {
      to--;
    }
    String local = line.substring(from, at);
    // "mailto:", a source route, and what mailers put around an address.
    local = local.substring(Math.max(local.lastIndexOf(':'), local.lastIndexOf('/')) + 1);
    while (local.startsWith("'") || local.startsWith(".")) {
      local = local.substring(1);
    }
    String host = line.substring(at + 1, to);
    boolean whole = !local.isEmpty() && !host.isEmpty() && local.length() + host.length() < 320;
    boolean dotted = host.indexOf('.') > 0 || to < line.length() && line.charAt(to) == '>';
    return whole && dotted ? local + "@" + host : null;
  }

  private static boolean part(char c) {
    return Character.isLetterOrDigit(c) || "._-+=%&#!$*/?^{|}~':".indexOf(c) >= 0;
  }

  private static boolean domain(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
  }
}

package amends.messages.email;

import amends.messages.ReadMail.Bounce;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports for people's eyes only: qmail, Exchange, Exim, Postfix, each in its own words. */
final class BounceText {
  private static final int MOST_LINES = 200;

  private final List<String> lines;
  private final String failed;

  BounceText(String text, String failedRecipients) {
    this.lines = text.lines().limit(MOST_LINES).map(line -> Cleaning.cut(line, 1_000)).toList();
    this.failed = failedRecipients;
  }

  Bounce bounce() {
    int at = recipientLine();
    String recipient = failed.isBlank() ? at < 0 ? null : address(lines.get(at)) : first(failed);
    String reason = reason(at);
    String status = status(reason);
    if (status == null) {
      status =
          lines.stream().map(BounceText::status).filter(s -> s != null).findFirst().orElse(null);
    }
    return new Bounce(recipient, Bounces.type(status, everything(reason)), status, reason);
  }

  private String everything(String reason) {
    return reason.isEmpty() ? String.join(" ", lines) : reason;
  }

  private static @Nullable String first(String recipients) {
    return address(recipients.split(",", 2)[0]);
  }

  /** The returned message may follow in the text; its addresses are not the ones we look for. */
  private int recipientLine() {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith("---")
          && line.toLowerCase(java.util.Locale.ROOT).contains("copy of the message")) {
        return -1;
      }
      boolean shaped = line.startsWith("<") || line.endsWith(":") || line.indexOf(' ') < 0;
      if (shaped && address(line) != null) {
        return i;
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      if (address(lines.get(i)) != null) {
        return i;
      }
    }
    return -1;
  }

  private String reason(int at) {
    if (at < 0) {
      return "";
    }
    StringBuilder reason = new StringBuilder();
    String line = lines.get(at).strip();
    int colon = line.indexOf(">:");
    if (colon > 0) {
      reason.append(line.substring(colon + 2)).append(' ');
    }
    for (int i = at + 1; i < lines.size() && reason.length() < 400; i++) {
      String next = lines.get(i).strip();
      if (next.startsWith("---") || (next.isEmpty() && !reason.toString().isBlank())) {
        break;
      }
      reason.append(next).append(' ');
    }
    return Bounces.reason(reason.toString());
  }

  /** The word around the first at sign of the line. */
  private static @Nullable String address(String line) {
    int at = line.indexOf('@');
    if (at <= 0 || at + 1 >= line.length()) {
      return null;
    }
    int from = at;
    while (from > 0 && part(line.charAt(from - 1))) {
      from--;
    }
    int to = at + 1;
    while (to < line.length() && part(line.charAt(to))) {
      to++;
    }
    while (to > at && ".'".indexOf(line.charAt(to - 1)) >= 0) {
      to--;
    }
    return from < at && to > at + 1 && line.indexOf('.', at) > 0 ? line.substring(from, to) : null;
  }

  private static boolean part(char c) {
    return Character.isLetterOrDigit(c) || "._-+=%&#!$*/?^{|}~'".indexOf(c) >= 0;
  }

  /** The first enhanced status (RFC 3463) of a line, else the class of an SMTP code. */
  static @Nullable String status(String line) {
    String plain = null;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean starts =
          (c == '4' || c == '5') && (i == 0 || " #(:;[-".indexOf(line.charAt(i - 1)) >= 0);
      if (!starts) {
        continue;
      }
      String enhanced = enhanced(line, i);
      if (enhanced != null) {
        return enhanced;
      }
      if (plain == null && smtpCode(line, i)) {
        plain = c + ".0.0";
      }
    }
    return plain;
  }

  private static @Nullable String enhanced(String line, int at) {
    int second = digits(line, at + 2);
    if (at + 1 >= line.length() || line.charAt(at + 1) != '.' || second == at + 2) {
      return null;
    }
    int third = second < line.length() && line.charAt(second) == '.' ? digits(line, second + 1) : 0;
    boolean ends = third >= line.length() || line.charAt(third) != '.';
    return third > second + 1 && ends ? line.substring(at, third) : null;
  }

  private static int digits(String line, int from) {
    int to = from;
    while (to < line.length()
        && to < from + 3
        && line.charAt(to) >= '0'
        && line.charAt(to) <= '9') {
      to++;
    }
    return to;
  }

  private static boolean smtpCode(String line, int at) {
    return digits(line, at) == at + 3
        && line.charAt(at + 1) <= '5'
        && (at + 3 == line.length() || " -:".indexOf(line.charAt(at + 3)) >= 0);
  }
}

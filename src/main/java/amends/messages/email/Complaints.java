package amends.messages.email;

import amends.messages.ReadMail.Bounce;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Feedback loops: a reader pressed the button that calls a message unwanted (RFC 5965). */
final class Complaints {
  private Complaints() {}

  static @Nullable Bounce find(Headers headers, List<Part> leaves, String subject) {
    String report = report(leaves);
    String type = Parameters.read(headers.first("Content-Type")).get("report-type");
    boolean arf = report != null || "feedback-report".equalsIgnoreCase(type);
    // Hotmail's own form from before the standard: the complaint carries the message and no report.
    boolean jmrp =
        subject.toLowerCase(Locale.ROOT).startsWith("complaint about message from")
            && headers.orEmpty("From").toLowerCase(Locale.ROOT).contains("staff@");
    if (!arf && !jmrp) {
      return null;
    }
    Returned returned = new Returned(leaves, "");
    String fields = report == null ? "" : report;
    String recipient = field(fields, "original-rcpt-to:");
    String address = recipient == null ? null : BouncedAddress.in(recipient);
    String kind = field(fields, "feedback-type:");
    return new Bounce(
        address == null ? returned.recipient() : address,
        Bounce.Type.SOFT,
        null,
        "feedback",
        kind == null ? "abuse" : Cleaning.cut(Cleaning.line(kind), 60),
        true,
        returned.ours());
  }

  private static @Nullable String report(List<Part> leaves) {
    for (Part part : leaves) {
      if (part.mimeType().equals("message/feedback-report")) {
        return Cleaning.cut(Charsets.guess(part.bytes()), 64 * 1024);
      }
    }
    return null;
  }

  private static @Nullable String field(String report, String name) {
    return report
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name))
        .map(line -> line.substring(name.length()).strip())
        .findFirst()
        .orElse(null);
  }
}

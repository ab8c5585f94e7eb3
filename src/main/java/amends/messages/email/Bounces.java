package amends.messages.email;

import amends.messages.ReadMail.Bounce;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reports of failed delivery: RFC 3464 first, then the forms from before it. */
final class Bounces {
  private static final List<String> SUBJECTS =
      List.of(
          "undelivered mail returned to sender",
          "undeliverable",
          "undelivered",
          "failure notice",
          "delivery status notification",
          "delivery failure",
          "delivery notification",
          "delivery delayed",
          "mail delivery failed",
          "mail delivery failure",
          "mail delivery system",
          "mail delivery problem",
          "mail system error",
          "message delivery failure",
          "message undeliverable",
          "returned mail",
          "returned email",
          "warning: message",
          "warning: could not send",
          "nondeliverable mail",
          "unzustellbar",
          "nicht zustellbar",
          "unzustellbare nachricht",
          "non remis",
          "non distribuable",
          "echec de la remise",
          "échec de la remise",
          "no se puede entregar",
          "no se ha podido entregar",
          "recapito non riuscito",
          "não entregue",
          "onbestelbaar",
          "kan inte levereras");

  private static final int LONGEST_REASON = 500;

  private Bounces() {}

  static @Nullable Bounce find(
      Headers headers, List<Part> leaves, String subject, String text, @Nullable String mailFrom) {
    StringBuilder report = new StringBuilder();
    for (Part part : leaves) {
      if (part.mimeType().equals("message/delivery-status")
          || part.mimeType().equals("message/global-delivery-status")) {
        report.append(new String(part.bytes(), StandardCharsets.UTF_8)).append("\n\n");
      }
    }
    if (!report.isEmpty()) {
      return StatusReport.read(report.toString());
    }
    if (!reported(headers, subject, mailFrom)) {
      return null;
    }
    return new BounceText(text, headers.orEmpty("X-Failed-Recipients")).bounce();
  }

  /** Words alone are no report: it must come from a mail server or wear a report's subject. */
  private static boolean reported(Headers headers, String subject, @Nullable String mailFrom) {
    String type = Parameters.read(headers.first("Content-Type")).get("report-type");
    if (type != null && !type.equalsIgnoreCase("delivery-status")) {
      return false;
    }
    if (headers.has("X-Failed-Recipients")) {
      return true;
    }
    String lower = subject.toLowerCase(Locale.ROOT).strip();
    boolean worded = SUBJECTS.stream().anyMatch(lower::startsWith);
    boolean server =
        Automatic.daemon(AddressLists.read(headers.values("From")))
            || (mailFrom != null && mailFrom.isBlank())
            || headers.values("Return-Path").stream().anyMatch(path -> path.strip().equals("<>"));
    return worded && server;
  }

  /**
   * By the class of its status; a full mailbox and a refused content do not make an address dead.
   */
  static Bounce.Type type(@Nullable String status, String reason) {
    String lower = reason.toLowerCase(Locale.ROOT);
    boolean full =
        lower.contains("quota")
            || lower.contains("mailbox full")
            || lower.contains("mailbox is full");
    if (status == null) {
      return full || lower.contains("temporar") || lower.contains("delayed")
          ? Bounce.Type.SOFT
          : Bounce.Type.HARD;
    }
    boolean soft =
        status.startsWith("4") || status.equals("5.2.2") || status.startsWith("5.7.") || full;
    return soft ? Bounce.Type.SOFT : Bounce.Type.HARD;
  }

  static String reason(String words) {
    return Cleaning.cut(Cleaning.line(words), LONGEST_REASON);
  }
}

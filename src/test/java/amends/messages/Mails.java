package amends.messages;

import java.nio.charset.StandardCharsets;

/** Mail as people write it. */
final class Mails {
  private Mails() {}

  static byte[] fromAnn(String id, String words) {
    return mail("Ann Lee <ann@example.org>", id, "My jug arrived broken", "", words);
  }

  static byte[] automatic(String id) {
    return mail(
        "Ann Lee <ann@example.org>",
        id,
        "Out of office",
        "Auto-Submitted: auto-replied\r\n",
        "I am away.");
  }

  static byte[] mail(String from, String id, String subject, String headers, String words) {
    String identifier = id.isEmpty() ? "" : "Message-ID: " + id + "\r\n";
    return ("From: "
            + from
            + "\r\nTo: help@example.net\r\nSubject: "
            + subject
            + "\r\nDate: Tue, 12 May 2026 13:00:00 +0000\r\n"
            + identifier
            + headers
            + "\r\n"
            + words
            + "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A feedback loop's report: somebody pressed the button that calls mail unwanted. */
  static byte[] complaint(String id) {
    return mail(
        "Feedback <feedback@example.org>",
        id,
        "complaint",
        "MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\r\n",
        "--b\r\n\r\nSee below.\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\n"
            + "Feedback-Type: abuse\r\nVersion: 1\r\n--b--\r\n");
  }

  static byte[] bounce(String id, String recipient) {
    return bounce(id, recipient, "<other@example.org>");
  }

  /** A report that returns the header of a message with this identifier. */
  static byte[] bounce(String id, String recipient, String returned) {
    String report =
        """
        --b
        Content-Type: text/plain

        Your message could not be delivered.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.org

        Final-Recipient: rfc822; %s
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 no such person

        --b
        Content-Type: text/rfc822-headers

        Message-ID: %s

        --b--
        """
            .formatted(recipient, returned)
            .replace("\n", "\r\n");
    return mail(
        "Mail Delivery System <mailer-daemon@example.org>",
        id,
        "Undelivered mail",
        "MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n",
        report);
  }
}

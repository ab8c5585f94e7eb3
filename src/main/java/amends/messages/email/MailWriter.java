package amends.messages.email;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import amends.messages.MailPerson;
import java.net.IDN;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes a message as bytes, the same bytes for the same message. Every field passes through one
 * encoder that refuses line breaks, so that no name and no subject can add a header.
 */
public final class MailWriter {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final int MOST_REFERENCES = 20;

  private MailWriter() {}

  /**
   * @throws IllegalArgumentException with a sentence, for a field that cannot be written safely
   */
  public static byte[] write(OutgoingMail mail) {
    StringBuilder out = new StringBuilder(2_048 + mail.text().length() * 3);
    field(out, "Date", DATE.format(mail.date()));
    field(out, "From", person(mail.from()));
    field(out, "To", person(mail.to()));
    if (mail.replyTo() != null) {
      field(out, "Reply-To", person(mail.replyTo()));
    }
    field(out, "Subject", FieldEncoding.unstructured(mail.subject(), "Subject: ".length()));
    field(out, "Message-ID", id(mail.messageId()));
    if (mail.inReplyTo() != null) {
      field(out, "In-Reply-To", id(mail.inReplyTo()));
    }
    if (!mail.references().isEmpty()) {
      field(out, "References", references(mail.references()));
    }
    origin(out, mail.origin());
    if (mail.unsubscribe() != null) {
      field(out, "List-Unsubscribe", "<" + mail.unsubscribe() + ">");
      field(out, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    field(out, "MIME-Version", "1.0");
    body(out, mail);
    return out.toString().getBytes(US_ASCII);
  }

  private static void origin(StringBuilder out, OutgoingMail.Origin origin) {
    switch (origin) {
      case PERSON -> {}
      case NOTICE, MASS -> {
        field(out, "Auto-Submitted", "auto-generated");
        field(out, "X-Auto-Response-Suppress", "All");
      }
      case ANSWER -> {
        field(out, "Auto-Submitted", "auto-replied");
        field(out, "X-Auto-Response-Suppress", "All");
      }
    }
    if (origin == OutgoingMail.Origin.MASS) {
      field(out, "Precedence", "bulk");
    }
  }

  private static void body(StringBuilder out, OutgoingMail mail) {
    // Derived from the identifier: unlike a random one it makes a second try byte-identical.
    String boundary = "=_" + Integer.toHexString(mail.messageId().hashCode()) + "_amends";
    field(out, "Content-Type", "multipart/alternative;\r\n boundary=\"" + boundary + "\"", true);
    out.append("\r\n");
    part(out, boundary, "text/plain; charset=utf-8", mail.text());
    part(out, boundary, "text/html; charset=utf-8", LetterHtml.of(mail.text()));
    out.append("--").append(boundary).append("--\r\n");
  }

  private static void part(StringBuilder out, String boundary, String type, String words) {
    out.append("--").append(boundary).append("\r\n");
    field(out, "Content-Type", type);
    field(out, "Content-Transfer-Encoding", "quoted-printable");
    // Quoted-printable never writes "=_", so no words can look like the boundary.
    out.append("\r\n").append(QuotedPrintable.write(words.getBytes(UTF_8))).append("\r\n");
  }

  private static String person(MailPerson person) {
    String address = address(person.address());
    if (person.name().isBlank()) {
      return address;
    }
    return FieldEncoding.phrase(person.name()) + "\r\n <" + address + ">";
  }

  private static String address(String address) {
    int at = address.lastIndexOf('@');
    String local = at < 0 ? "" : address.substring(0, at);
    boolean safe = !local.isEmpty() && local.chars().allMatch(MailWriter::atomText);
    if (!safe || at + 1 == address.length()) {
      throw new IllegalArgumentException(
          "“" + Cleaning.line(address) + "” is no address that mail can be sent to; correct it.");
    }
    String host;
    try {
      host = IDN.toASCII(address.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "“" + Cleaning.line(address) + "” names no possible mail domain; correct it.", e);
    }
    return local + "@" + host;
  }

  private static boolean atomText(int c) {
    return c < 128 && (Character.isLetterOrDigit(c) || ".!#$%&'*+-/=?^_`{|}~".indexOf(c) >= 0);
  }

  private static String references(List<String> references) {
    int from = Math.max(0, references.size() - MOST_REFERENCES);
    // The first one roots the thread, the last ones tell where in it we are.
    StringBuilder ids = new StringBuilder(from > 0 ? id(references.getFirst()) : "");
    for (String reference : references.subList(from, references.size())) {
      ids.append(ids.isEmpty() ? "" : "\r\n ").append(id(reference));
    }
    return ids.toString();
  }

  private static String id(String id) {
    boolean safe =
        id.length() > 4
            && id.length() <= 900
            && id.startsWith("<")
            && id.endsWith(">")
            && id.indexOf('@') > 0
            && id.chars().allMatch(c -> c > ' ' && c < 127)
            && id.indexOf('<', 1) < 0;
    if (!safe) {
      throw new IllegalArgumentException("A message identifier has the form <left@right>.");
    }
    return id;
  }

  private static void field(StringBuilder out, String name, String value) {
    field(out, name, value, value.contains("\r\n "));
  }

  private static void field(StringBuilder out, String name, String value, boolean folded) {
    String unfolded = folded ? value.replace("\r\n ", " ") : value;
    if (!unfolded.chars().allMatch(c -> c >= ' ' && c < 127)) {
      throw new IllegalArgumentException("The field " + name + " must not hold a line break.");
    }
    out.append(name).append(": ").append(value).append("\r\n");
  }
}

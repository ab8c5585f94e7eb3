package amends.messages;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import amends.messages.email.MailWriter;
import amends.messages.email.OutgoingMail;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * Writes a slip as a mail, so that it is stored, bounded, cleaned and filed by the one reader that
 * all of the mail goes through.
 */
final class SlipMail {
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, "\r\n".getBytes(US_ASCII));

  private SlipMail() {}

  /**
   * @param id of the mail, with its angle brackets
   * @throws IllegalArgumentException for an address that no mail can name
   */
  static byte[] write(Slip slip, String id, Instant at) {
    byte[] head = head(slip, id, at);
    ByteArrayOutputStream mail = new ByteArrayOutputStream(head.length + 8_192);
    String boundary = "=_" + Integer.toHexString(id.hashCode()) + "_slip";
    mail.writeBytes(head);
    line(mail, "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"");
    line(mail, "");
    part(mail, boundary, "text/plain; charset=utf-8", "inline", slip.text().getBytes(UTF_8));
    for (Slip.File file : slip.files()) {
      String type =
          file.type().matches("[a-z]+/[a-z0-9.+-]{1,100}")
              ? file.type()
              : "application/octet-stream";
      part(mail, boundary, type, "attachment; filename*=UTF-8''" + name(file), file.bytes());
    }
    line(mail, "--" + boundary + "--");
    return mail.toByteArray();
  }

  /** From the one writer that lets no name add a field; its body is put aside. */
  private static byte[] head(Slip slip, String id, Instant at) {
    MailPerson to = new MailPerson("", slip.to());
    String whole =
        new String(
            MailWriter.write(
                new OutgoingMail(
                    slip.from(),
                    to,
                    null,
                    slip.subject(),
                    "",
                    id,
                    null,
                    List.of(),
                    at,
                    OutgoingMail.Origin.PERSON)),
            US_ASCII);
    return whole.substring(0, whole.indexOf("Content-Type:")).getBytes(US_ASCII);
  }

  private static void part(
      ByteArrayOutputStream mail, String boundary, String type, String how, byte[] bytes) {
    line(mail, "--" + boundary);
    line(mail, "Content-Type: " + type);
    line(mail, "Content-Disposition: " + how);
    line(mail, "Content-Transfer-Encoding: base64");
    line(mail, "");
    mail.writeBytes(LINES.encode(bytes));
    line(mail, "");
  }

  /** Percent-encoded (RFC 5987): nothing in it can end the field. */
  private static String name(Slip.File file) {
    StringBuilder name = new StringBuilder();
    for (byte b : file.name().getBytes(UTF_8)) {
      char c = (char) (b & 0xff);
      if (c < 128 && (Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_')) {
        name.append(c);
      } else {
        name.append('%').append("%02X".formatted(b & 0xff));
      }
    }
    return name.toString();
  }

  private static void line(ByteArrayOutputStream mail, String words) {
    mail.writeBytes((words + "\r\n").getBytes(US_ASCII));
  }
}

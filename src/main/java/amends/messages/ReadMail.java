package amends.messages;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one e-mail says, as far as it could be read. Nothing in here is proof of anything: names,
 * addresses and dates are the sender's claims. All texts are free of NUL and other control
 * characters, lines end with {@code \n}.
 *
 * @param from the first sender with an address; null where the header is missing
 * @param date the Date header as an instant; null where missing or unreadable
 * @param messageId with its angle brackets, as in all the identifiers here; null where missing
 * @param inReplyTo the first identifier of In-Reply-To; null where there is none
 * @param references oldest first, at most 200
 * @param text the readable body; made from the HTML where there is no plain text
 * @param html the HTML body after the allow-list, null where there is none. Pictures only by {@code
 *     cid:}, whose identifiers are written with character references such as {@code &#64;}
 * @param remoteImages how many pictures from elsewhere were left out of {@code html}
 * @param replyText the new words only, without quotation and signature; may be empty
 * @param attachments everything that is no body, pictures inside the HTML included
 * @param invitation what its calendar part says; null where it has none
 * @param wrapper how it was signed or encrypted ({@code pgp-encrypted}, {@code pgp-signed}, {@code
 *     smime-encrypted}, {@code smime-signed}); null for an ordinary message
 * @param automaticReason why no person wrote this, in one sentence; null where a person may have
 * @param bounce what could not be delivered; null where this is no such report
 * @param error what could not be read, in one sentence; null where all went well
 * @param headers the outermost header fields in their order, unfolded, encoded words left as they
 *     are
 */
public record ReadMail(
    @Nullable MailPerson from,
    List<MailPerson> to,
    List<MailPerson> cc,
    List<MailPerson> replyTo,
    String subject,
    @Nullable Instant date,
    @Nullable String messageId,
    @Nullable String inReplyTo,
    List<String> references,
    String text,
    @Nullable String html,
    int remoteImages,
    String replyText,
    List<Attachment> attachments,
    @Nullable Invitation invitation,
    @Nullable String wrapper,
    @Nullable String automaticReason,
    @Nullable Bounce bounce,
    @Nullable String error,
    List<Header> headers) {

  /** Whether a machine wrote this (RFC 3834 and its many predecessors). */
  public boolean automatic() {
    return automaticReason != null;
  }

  /** The values of the outermost header fields of this name, in their order. */
  public List<String> header(String name) {
    return headers.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /**
   * One attachment.
   *
   * @param name safe to show and to offer: composed Unicode, no path, no control or format
   *     characters, at most 200 characters, never empty
   * @param type from our own list, else {@code application/octet-stream}
   * @param size in bytes, decoded
   * @param sha256 of the decoded bytes, 64 hexadecimal digits
   * @param contentId without brackets, as {@code cid:} in the HTML names it; null where none
   * @param inline whether the HTML shows it in its place
   * @param bytes the decoded bytes
   */
  public record Attachment(
      String name,
      String type,
      long size,
      String sha256,
      @Nullable String contentId,
      boolean inline,
      Supplier<byte[]> bytes) {}

  /**
   * A report that a message did not arrive, or that its reader complained of it. It counts only
   * when it came to an address, or returns an identifier, that carries our own MAC; see the bounce
   * addresses of the messages room.
   *
   * @param recipient whom it did not reach; null where the report does not say
   * @param type hard: this address is dead; soft: it may work later, or for another message
   * @param status the enhanced status code (RFC 3463), such as 5.1.1; null where none is given
   * @param reason one word of the usual vocabulary of bounces, such as userunknown, mailboxfull or
   *     spamdetected; feedback for a reader's complaint; undefined where nothing tells
   * @param words the remote side's own words, one line; may be empty
   * @param ended whether the other side has given up; false while it goes on trying
   * @param returned identifiers and addresses out of the returned message's header, in which ours
   *     may be found again
   */
  public record Bounce(
      @Nullable String recipient,
      Type type,
      @Nullable String status,
      String reason,
      String words,
      boolean ended,
      List<String> returned) {
    public enum Type {
      HARD,
      SOFT
    }

    /** Whether a reader called the message unwanted (RFC 5965), rather than a server. */
    public boolean complaint() {
      return reason.equals("feedback");
    }
  }

  /** One header field. */
  public record Header(String name, String value) {}
}

package amends.messages.email;

import amends.messages.MailPerson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message to one person, ready to be written.
 *
 * @param from our address with the brand's name
 * @param replyTo the address that routes the answer; null to let it go to {@code from}
 * @param text the words; an HTML form is made from them
 * @param messageId with its brackets; the same for every try of one delivery
 * @param inReplyTo with its brackets; null at the beginning of a thread
 * @param references with their brackets, oldest first
 * @param origin who speaks: decides which headers tell machines not to answer
 * @param unsubscribe where the recipient ends such mails with one click (RFC 8058); null where they
 *     may not
 */
public record OutgoingMail(
    MailPerson from,
    MailPerson to,
    @Nullable MailPerson replyTo,
    String subject,
    String text,
    String messageId,
    @Nullable String inReplyTo,
    List<String> references,
    Instant date,
    Origin origin,
    @Nullable String unsubscribe) {

  /** One that cannot be ended. */
  public OutgoingMail(
      MailPerson from,
      MailPerson to,
      @Nullable MailPerson replyTo,
      String subject,
      String text,
      String messageId,
      @Nullable String inReplyTo,
      List<String> references,
      Instant date,
      Origin origin) {
    this(from, to, replyTo, subject, text, messageId, inReplyTo, references, date, origin, null);
  }

  public enum Origin {
    /** A colleague wrote it; it carries no header of automatic mail. */
    PERSON,
    /** We send it on our own account, such as an update. */
    NOTICE,
    /** It answers one message by itself, such as an acknowledgement. */
    ANSWER,
    /** It goes to many people at once. */
    MASS
  }
}

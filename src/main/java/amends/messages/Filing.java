package amends.messages;

import amends.journal.Journal;
import amends.messages.InboundRows.Raw;
import amends.messages.ReceivedRows.Received;
import amends.messages.ReceivedRows.Words;
import amends.shared.Actor;
import amends.shared.Subject;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Files mail that came in as a message about something, with its attachments. The stored mail's own
 * row learns of it where its reading ends.
 */
@Component
final class Filing {
  private final JdbcClient sql;
  private final ReceivedRows received;
  private final Journal journal;
  private final Attachments attachments;
  private final ApplicationEventPublisher events;

  Filing(
      JdbcClient sql,
      ReceivedRows received,
      Journal journal,
      Attachments attachments,
      ApplicationEventPublisher events) {
    this.sql = sql;
    this.received = received;
    this.journal = journal;
    this.attachments = attachments;
    this.events = events;
  }

  /** Whose words these are, and about what. */
  record Place(Subject about, long customerId) {}

  long nextMessageId() {
    return sql.sql("select nextval('message_id_seq')").query(Long.class).single();
  }

  /** Its message is written at the end of the act, or at {@link #flush}. */
  void file(Raw raw, ReadMail mail, long messageId, Place place) {
    MailPerson from = mail.from();
    received.add(
        new Received(
            messageId,
            raw.id(),
            raw.receivedAt(),
            place.about(),
            place.customerId(),
            from == null ? raw.envelopeFrom() : from.address(),
            from == null ? "" : from.name(),
            new Words(mail.subject(), mail.text(), mail.html(), mail.replyText()),
            mail.messageId() == null ? "" : mail.messageId(),
            mail.inReplyTo()));
    if (!mail.attachments().isEmpty()) {
      flush();
      attachments.keep(messageId, mail.attachments());
    }
    filed(raw, messageId, place, said(mail));
  }

  private static MessageFiled.Said said(ReadMail mail) {
    String text = mail.replyText().isBlank() ? mail.text() : mail.replyText();
    return new MessageFiled.Said(mail.subject(), text);
  }

  /** What could not be read is filed too, with the raw mail as its only attachment. */
  void fileUnreadable(Raw raw, long messageId, Place place) {
    received.add(
        new Received(
            messageId,
            raw.id(),
            raw.receivedAt(),
            place.about(),
            place.customerId(),
            raw.envelopeFrom(),
            "",
            Words.UNREAD,
            raw.messageIdMade() ? "" : "<" + raw.messageId() + ">",
            null));
    flush();
    attachments.keepRaw(messageId, raw);
    filed(raw, messageId, place, new MessageFiled.Said("", ""));
  }

  /** Before anything refers to a message that was filed in this act. */
  void flush() {
    received.flush();
  }

  private void filed(Raw raw, long messageId, Place place, MessageFiled.Said said) {
    journal.record(
        "message.received",
        Subject.of("message", messageId),
        Actor.customer(place.customerId()),
        Map.of(
            "inbound", raw.id(), "about_kind", place.about().kind(), "about", place.about().id()));
    events.publishEvent(
        new MessageFiled(
            messageId, raw.id(), place.about(), place.customerId(), raw.receivedAt(), said));
  }

  /** Where mail went, when it went somewhere. */
  static @Nullable Place place(Taken taken) {
    return switch (taken) {
      case Taken.Opened(Subject about, long customerId) -> new Place(about, customerId);
      case Taken.Added(Subject about, long customerId) -> new Place(about, customerId);
      case Taken.Quarantined ignored -> null;
    };
  }
}

package amends.messages;

import amends.journal.Journal;
import amends.messages.InboundRows.Raw;
import amends.shared.Actor;
import amends.shared.Sql;
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
  private final Journal journal;
  private final Attachments attachments;
  private final ApplicationEventPublisher events;

  Filing(
      JdbcClient sql, Journal journal, Attachments attachments, ApplicationEventPublisher events) {
    this.sql = sql;
    this.journal = journal;
    this.attachments = attachments;
    this.events = events;
  }

  /** Whose words these are, and about what. */
  record Place(Subject about, long customerId) {}

  long nextMessageId() {
    return sql.sql("select nextval('message_id_seq')").query(Long.class).single();
  }

  void file(Raw raw, ReadMail mail, long messageId, Place place) {
    MailPerson from = mail.from();
    insert(raw, messageId, place)
        .param("address", from == null ? raw.envelopeFrom() : from.address())
        .param("name", from == null ? "" : from.name())
        .param("subject", mail.subject())
        .param("body", mail.text())
        .param("html", mail.html())
        .param("replyText", mail.replyText())
        .param("rfcId", mail.messageId() == null ? "" : mail.messageId())
        .param("inReplyTo", mail.inReplyTo())
        .update();
    attachments.keep(messageId, mail.attachments());
    filed(raw, messageId, place, said(mail));
  }

  private static MessageFiled.Said said(ReadMail mail) {
    String text = mail.replyText().isBlank() ? mail.text() : mail.replyText();
    return new MessageFiled.Said(mail.subject(), text);
  }

  /** What could not be read is filed too, with the raw mail as its only attachment. */
  void fileUnreadable(Raw raw, long messageId, Place place) {
    insert(raw, messageId, place)
        .param("address", raw.envelopeFrom())
        .param("name", "")
        .param("subject", "")
        .param("body", "")
        .param("html", null)
        .param("replyText", "")
        .param("rfcId", raw.messageIdMade() ? "" : "<" + raw.messageId() + ">")
        .param("inReplyTo", null)
        .update();
    attachments.keepRaw(messageId, raw);
    filed(raw, messageId, place, new MessageFiled.Said("", ""));
  }

  private JdbcClient.StatementSpec insert(Raw raw, long messageId, Place place) {
    return sql.sql(
            """
            insert into message (id, direction, channel, about_kind, about_id, customer_id,
              author_kind, author_id, address, name, subject, body, html, reply_text, rfc_id,
              in_reply_to, inbound_id, occurred_at)
            values (:id, 'in', 'email', :aboutKind, :aboutId, :customer, 'customer', :customer,
              :address, :name, :subject, :body, :html, :replyText, :rfcId, :inReplyTo, :inbound,
              :received)
            """)
        .param("id", messageId)
        .param("aboutKind", place.about().kind())
        .param("aboutId", place.about().id())
        .param("customer", place.customerId())
        .param("inbound", raw.id())
        .param("received", Sql.at(raw.receivedAt()));
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

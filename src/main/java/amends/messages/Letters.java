package amends.messages;

import amends.messages.email.MailWriter;
import amends.messages.email.OutgoingMail;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a delivery as the mail that leaves: the same bytes for each try. */
@Component
final class Letters {
  private final JdbcClient sql;
  private final Addresses addresses;
  private final Senders senders;
  private final ObjectProvider<Postscript> postscripts;

  Letters(
      JdbcClient sql,
      Addresses addresses,
      Senders senders,
      ObjectProvider<Postscript> postscripts) {
    this.sql = sql;
    this.addresses = addresses;
    this.senders = senders;
    this.postscripts = postscripts;
  }

  /** A mail with its envelope. */
  record Ready(String mailFrom, String to, byte[] mime) {}

  private record Draft(
      long messageId,
      Subject about,
      long customerId,
      long brandId,
      String to,
      String subject,
      String body,
      String kind,
      String rfcId,
      Instant at,
      @Nullable String answersId,
      @Nullable String answersParent) {}

  Ready write(long deliveryId) {
    Draft draft = draft(deliveryId);
    MailPerson from = senders.sender(draft.brandId());
    MailPerson replyTo =
        new MailPerson(from.name(), addresses.replyTo(draft.about(), draft.customerId()));
    OutgoingMail mail =
        new OutgoingMail(
            from,
            new MailPerson("", draft.to()),
            replyTo,
            draft.subject(),
            body(draft),
            draft.rfcId(),
            id(draft.answersId()),
            Stream.of(id(draft.answersParent()), id(draft.answersId()))
                .filter(java.util.Objects::nonNull)
                .distinct()
                .toList(),
            draft.at(),
            origin(draft.kind()));
    return new Ready(addresses.bounceTo(deliveryId), draft.to(), MailWriter.write(mail));
  }

  private String body(Draft draft) {
    Postscript.Sheet sheet =
        new Postscript.Sheet(
            draft.messageId(),
            draft.about(),
            draft.customerId(),
            Outgoing.Kind.valueOf(draft.kind().toUpperCase(Locale.ROOT)),
            draft.to());
    return Stream.concat(
            Stream.of(draft.body()),
            postscripts.orderedStream().flatMap(p -> p.below(sheet).stream()))
        .collect(Collectors.joining("\n\n"));
  }

  private Draft draft(long deliveryId) {
    return sql.sql(
            """
            select m.id, m.about_kind, m.about_id, m.customer_id, m.brand_id, d.address, m.subject, m.body,
              m.kind, m.rfc_id, m.occurred_at, a.rfc_id as answers_id, a.in_reply_to as answers_parent
            from delivery d join message m on m.id = d.message_id left join message a on a.id = m.answers
            where d.id = :id
            """)
        .param("id", deliveryId)
        .query((rs, n) ->
            new Draft(
                rs.getLong("id"),
                Subject.of(rs.getString("about_kind"), rs.getLong("about_id")),
                rs.getLong("customer_id"),
                rs.getLong("brand_id"),
                rs.getString("address"),
                rs.getString("subject"),
                rs.getString("body"),
                rs.getString("kind"),
                rs.getString("rfc_id"),
                Sql.instant(rs, "occurred_at"),
                rs.getString("answers_id"),
                rs.getString("answers_parent")))
        .single();
  }

  /** Identifiers of others come in every shape; one that cannot be written safely is left out. */
  private static @Nullable String id(@Nullable String given) {
    boolean safe =
        given != null && given.length() <= 250 && given.matches("<[!-;=?-~]+@[!-;=?-~]+>");
    return safe ? given : null;
  }

  private static OutgoingMail.Origin origin(String kind) {
    return switch (kind) {
      case "acknowledgement" -> OutgoingMail.Origin.ANSWER;
      case "notice" -> OutgoingMail.Origin.NOTICE;
      default -> OutgoingMail.Origin.PERSON;
    };
  }
}

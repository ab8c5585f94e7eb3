package amends.messages;

import amends.messages.email.MailWriter;
import amends.messages.email.OutgoingMail;
import amends.shared.Texts;
import amends.staff.Brand;
import amends.staff.Staff;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a delivery as the mail that leaves: the same bytes for each try. */
@Component
final class Letters {
  private final Addresses addresses;
  private final Senders senders;
  private final Unsubscribing unsubscribing;
  private final Staff staff;
  private final Texts texts;

  Letters(
      Addresses addresses, Senders senders, Unsubscribing unsubscribing, Staff staff, Texts texts) {
    this.addresses = addresses;
    this.senders = senders;
    this.unsubscribing = unsubscribing;
    this.staff = staff;
    this.texts = texts;
  }

  /** A mail with its envelope. */
  record Ready(String mailFrom, String to, byte[] mime) {}

  Ready write(Parcel parcel) {
    MailPerson from = senders.sender(parcel.brandId());
    MailPerson replyTo =
        parcel.about().kind().equals("case")
            ? new MailPerson(from.name(), addresses.replyTo(parcel.about(), parcel.customerId()))
            : null;
    Parcel.Thread thread = parcel.thread();
    String unsubscribe = unsubscribing.link(parcel.purpose(), parcel.customerId()).orElse(null);
    OutgoingMail mail =
        new OutgoingMail(
            from,
            new MailPerson("", parcel.address()),
            replyTo,
            parcel.subject(),
            unsubscribe == null ? parcel.body() : parcel.body() + below(parcel, unsubscribe),
            thread.rfcId(),
            id(thread.answersId()),
            Stream.of(id(thread.answersParent()), id(thread.answersId()))
                .filter(Objects::nonNull)
                .distinct()
                .toList(),
            parcel.at(),
            origin(parcel.kind()),
            unsubscribe);
    return new Ready(
        addresses.bounceTo(parcel.deliveryId()), parcel.address(), MailWriter.write(mail));
  }

  /** Not every program shows what stands in the head of a mail. */
  private String below(Parcel parcel, String link) {
    Brand brand = staff.brand(parcel.brandId());
    return "\n\n"
        + texts.voice(brand.locale(), brand.zone()).say("messages.unsubscribe.below", link);
  }

  /** Identifiers of others come in every shape; one that cannot be written safely is left out. */
  private static @Nullable String id(@Nullable String given) {
    boolean safe =
        given != null && given.length() <= 250 && given.matches("<[!-;=?-~]+@[!-;=?-~]+>");
    return safe ? given : null;
  }

  private static OutgoingMail.Origin origin(Outgoing.Kind kind) {
    return switch (kind) {
      case ACKNOWLEDGEMENT -> OutgoingMail.Origin.ANSWER;
      case NOTICE -> OutgoingMail.Origin.NOTICE;
      case REPLY, FOLLOW_UP -> OutgoingMail.Origin.PERSON;
      case BROADCAST -> OutgoingMail.Origin.MASS;
    };
  }
}

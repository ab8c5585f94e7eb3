package amends.messages;

import amends.messages.email.MailAddresses;
import amends.messages.email.MailAddresses.MessageRoute;
import amends.messages.email.MailAddresses.ReplyRoute;
import amends.shared.KeyRing;
import amends.shared.Settings;
import amends.shared.Subject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Our own addresses and identifiers, which carry a MAC over the case and the customer. */
@Component
final class Addresses {
  private static final String ROUTED = "case";

  private final MailAddresses addresses;

  Addresses(KeyRing keys, Settings settings) {
    this.addresses = new MailAddresses(keys, settings.mailDomain());
  }

  /** Where a valid MAC points. It routes, and proves nothing about who wrote. */
  record Route(Subject about, long customerId) {}

  String replyTo(Subject about, long customerId) {
    return addresses.reply(routed(about), customerId);
  }

  String bounceTo(long deliveryId) {
    return addresses.bounce(deliveryId);
  }

  /** With its angle brackets; the same for each try. */
  String messageId(Subject about, long customerId, long messageId) {
    return addresses.messageId(routed(about), customerId, messageId);
  }

  /** Of a mail to a colleague: it is known as ours, and routes nowhere. */
  String noticeId(long noticeMailId) {
    return addresses.notice(noticeMailId);
  }

  /** Where a report goes that such a mail did not arrive. */
  String toldTo(long noticeMailId) {
    return addresses.told(noticeMailId);
  }

  /** The mail to a colleague that a report is about. */
  Optional<Long> toldBack(List<String> recipients, List<String> returned) {
    return Stream.concat(
            recipients.stream().map(addresses::readTold),
            returned.stream().map(addresses::readNotice))
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** Of one delivery of a broadcast: known as ours, another for each person, routes nowhere. */
  String manyId(long deliveryId) {
    return addresses.many(deliveryId);
  }

  /** Whether an identifier is one that we made. */
  boolean isOurId(@Nullable String messageId) {
    return addresses.readMessageId(messageId) != null
        || addresses.readNotice(messageId) != null
        || addresses.readMany(messageId) != null;
  }

  /** The delivery of a broadcast that the first of these identifiers is of. */
  Optional<Long> amongMany(List<String> identifiers) {
    return identifiers.stream().map(addresses::readMany).filter(Objects::nonNull).findFirst();
  }

  /** Whether it answers what we told a colleague, and nothing that belongs to a case. */
  boolean answersNotice(List<String> recipients, ReadMail mail) {
    return route(recipients, mail) == null
        && Stream.concat(Stream.ofNullable(mail.inReplyTo()), mail.references().stream())
            .anyMatch(id -> addresses.readNotice(id) != null);
  }

  /** Whether an address is one that we made. */
  boolean isOurAddress(String address) {
    return addresses.readReply(address) != null
        || addresses.readBounce(address) != null
        || addresses.readTold(address) != null;
  }

  /** The first valid MAC in the recipients, then in the newest identifiers. */
  @Nullable Route route(List<String> recipients, ReadMail mail) {
    for (String recipient : recipients) {
      ReplyRoute reply = addresses.readReply(recipient);
      if (reply != null) {
        return new Route(Subject.of(ROUTED, reply.caseId()), reply.recipientId());
      }
    }
    MessageRoute answered = addresses.readMessageId(mail.inReplyTo());
    for (String id : mail.references().reversed()) {
      answered = answered == null ? addresses.readMessageId(id) : answered;
    }
    return answered == null
        ? null
        : new Route(Subject.of(ROUTED, answered.caseId()), answered.recipientId());
  }

  /**
   * A letter of ours that is answered.
   *
   * @param caseId the case that it was about when it was written
   */
  record Answered(long caseId, long messageId, long customerId) {}

  /** The letter that a mail answers; of several the newest. */
  Optional<Answered> answered(ReadMail mail) {
    return Stream.concat(Stream.ofNullable(mail.inReplyTo()), mail.references().reversed().stream())
        .map(addresses::readMessageId)
        .filter(Objects::nonNull)
        .findFirst()
        .map(id -> new Answered(id.caseId(), id.deliveryId(), id.recipientId()));
  }

  /** Whether one of these looks like an address of ours that we never made. */
  boolean isForged(List<String> recipients) {
    return recipients.stream().anyMatch(addresses::isForged);
  }

  /** The delivery whose bounce address, with a valid MAC, is among the recipients. */
  Optional<Long> bounced(List<String> recipients) {
    return recipients.stream().map(addresses::readBounce).filter(Objects::nonNull).findFirst();
  }

  /** Which of our messages went to whom, as an identifier of ours tells. */
  record Sent(long messageId, long customerId) {}

  /** The first of our own identifiers, with a valid MAC, among these. */
  Optional<Sent> sent(List<String> identifiers) {
    return identifiers.stream()
        .map(addresses::readMessageId)
        .filter(Objects::nonNull)
        .findFirst()
        .map(route -> new Sent(route.deliveryId(), route.recipientId()));
  }

  private static long routed(Subject about) {
    if (!about.kind().equals(ROUTED)) {
      throw new IllegalArgumentException("answers are routed to cases, not to a " + about.kind());
    }
    return about.id();
  }
}

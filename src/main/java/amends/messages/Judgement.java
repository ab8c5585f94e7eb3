package amends.messages;

import amends.messages.HeldMail.Reason;
import amends.messages.InboundRows.Begun;
import amends.messages.InboundRows.Raw;
import amends.messages.Senders.HelpAddresses;
import amends.messages.trust.Scales;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells what a machine sent from what a person may have written. Only the latter goes on to the
 * intake; nothing else opens or reopens anything, nor is it answered.
 */
@Component
final class Judgement {
  private final Addresses addresses;
  private final Senders senders;
  private final Scales scales;
  private final ReceivedRows received;
  private final Refiled refiled;

  Judgement(
      Addresses addresses, Senders senders, Scales scales, ReceivedRows received, Refiled refiled) {
    this.addresses = addresses;
    this.senders = senders;
    this.scales = scales;
    this.received = received;
    this.refiled = refiled;
  }

  HelpAddresses helpAddresses() {
    return senders.helpAddresses();
  }

  /** Why it goes to the tray; null when a person may have written it. */
  @Nullable Reason tray(Raw raw, ReadMail mail, HelpAddresses ours) {
    if (mail.bounce() != null) {
      return held(raw, mail, "messages.held.bounce", mail.bounce().words());
    }
    if (addresses.isOurId(mail.messageId())) {
      return held(raw, mail, "messages.held.loop", "");
    }
    if (isFromUs(raw, mail, ours)) {
      return held(raw, mail, "messages.held.own-address", "");
    }
    if (addresses.answersNotice(raw.envelopeTo(), mail)) {
      return held(raw, mail, "messages.held.answers-notice", "");
    }
    if (mail.automatic()) {
      return held(raw, mail, "messages.held.automatic", String.valueOf(mail.automaticReason()));
    }
    return null;
  }

  boolean isRouted(Raw raw, ReadMail mail) {
    return addresses.route(raw.envelopeTo(), mail) != null;
  }

  private Reason held(Raw raw, ReadMail mail, String key, String detail) {
    Addresses.Route route = refiled.route(raw.envelopeTo(), mail);
    return new Reason(HeldKind.TRAY, key, detail, route == null ? null : route.about());
  }

  private boolean isFromUs(Raw raw, ReadMail mail, HelpAddresses ours) {
    MailPerson from = mail.from();
    List<String> claimed =
        from == null ? List.of(raw.envelopeFrom()) : List.of(raw.envelopeFrom(), from.address());
    return claimed.stream().anyMatch(addresses::isOurAddress) || ours.among(claimed) != null;
  }

  /** How far it is believed. */
  Trust trust(Raw raw, ReadMail mail) {
    return trust(raw, addresses.route(raw.envelopeTo(), mail));
  }

  private static Trust trust(Raw raw, Addresses.@Nullable Route route) {
    if (!raw.proof().holds()) {
      return Trust.T0;
    }
    return route == null ? Trust.T1 : Trust.T2;
  }

  private Standing standing(Raw raw, ReadMail mail, Addresses.@Nullable Route route) {
    Trust trust = trust(raw, route);
    MailPerson from = mail.from();
    List<String> answered =
        Stream.concat(Stream.ofNullable(mail.inReplyTo()), mail.references().stream()).toList();
    return new Standing(
        trust,
        scales.demandsProof(),
        route == null && addresses.isForged(raw.envelopeTo()),
        trust == Trust.T1 && from != null
            ? received.thread(answered, from.address()).orElse(null)
            : null);
  }

  /** The mail as the intake gets it. */
  Arrived arrived(Raw raw, ReadMail mail, Begun begun, HelpAddresses ours) {
    Addresses.Route route = refiled.route(raw.envelopeTo(), mail);
    return new Arrived(
        raw.id(),
        begun.messageId(),
        mail,
        raw.envelopeFrom(),
        raw.envelopeTo(),
        raw.receivedAt(),
        route == null ? null : route.about(),
        route == null ? null : route.customerId(),
        ours.among(raw.envelopeTo()),
        begun.sameIdAs(),
        standing(raw, mail, route),
        null);
  }
}

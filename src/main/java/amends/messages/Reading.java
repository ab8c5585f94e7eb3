package amends.messages;

import amends.messages.HeldMail.Reason;
import amends.messages.InboundRows.Begun;
import amends.messages.InboundRows.Raw;
import amends.messages.Senders.HelpAddresses;
import amends.messages.trust.Proof;
import amends.messages.trust.SpfResult;
import amends.shared.Actor;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What becomes of one mail: called within the act that also ends its lease. */
@Component
final class Reading {
  private final InboundRows inbound;
  private final Judgement judgement;
  private final MailReports reports;
  private final HeldMail held;
  private final Filing filing;

  Reading(
      InboundRows inbound, Judgement judgement, MailReports reports, HeldMail held, Filing filing) {
    this.inbound = inbound;
    this.judgement = judgement;
    this.reports = reports;
    this.held = held;
    this.filing = filing;
  }

  /** Once several were read, and before their rows say what became of them. */
  void written() {
    filing.flush();
  }

  /**
   * What becomes of one of several mails; {@link #written} ends them.
   *
   * @return what the mail's row has to say beyond that it was read
   */
  Map<String, ?> read(Raw raw, ReadMail mail, Begun begun, HelpAddresses ours, Intake intake) {
    Map<String, Object> said = new HashMap<>(put(raw, mail, begun, ours, intake));
    if (raw.proof() != Proof.BLIND) {
      said.put("trust", judgement.trust(raw, mail).name());
      said.put("proof", raw.proof().word());
    }
    SpfResult spf = raw.weight().spf();
    if (spf != null) {
      said.put("spf", spf.word());
    }
    return said;
  }

  private Map<String, ?> put(
      Raw raw, ReadMail mail, Begun begun, HelpAddresses ours, Intake intake) {
    Reason tray = judgement.tray(raw, mail, ours);
    if (tray != null) {
      lay(raw, mail, tray);
      return Map.of();
    }
    Taken taken = intake.take(judgement.arrived(raw, mail, begun, ours));
    return put(raw, mail, begun.messageId(), taken);
  }

  /** Whether it answers something that we sent. */
  boolean isRouted(Raw raw, ReadMail mail) {
    return judgement.isRouted(raw, mail);
  }

  private void lay(Raw raw, ReadMail mail, Reason tray) {
    long heldId = held.hold(raw, mail, tray);
    if (reports.record(raw, mail)) {
      held.decide(heldId, Actor.SYSTEM, "bounce", null);
    }
  }

  private Map<String, ?> put(Raw raw, ReadMail mail, long messageId, Taken taken) {
    Filing.Place place = Filing.place(taken);
    if (place != null) {
      filing.file(raw, mail, messageId, place);
      return InboundRows.filedAs(messageId);
    }
    if (taken instanceof Taken.Quarantined(var about, var reason)) {
      held.hold(raw, mail, new Reason(HeldKind.QUARANTINE, reason, "", about));
    }
    return Map.of();
  }

  /**
   * @return what the mail's row has to say beyond that it was read
   */
  Map<String, ?> readUnreadable(Raw raw, Intake intake, String trouble) {
    Taken taken = intake.takeUnreadable(raw.id(), trouble);
    Filing.Place place = Filing.place(taken);
    if (place == null) {
      throw new IllegalStateException("what cannot be read must become a case: " + taken);
    }
    long messageId = filing.nextMessageId();
    filing.fileUnreadable(raw, messageId, place);
    return InboundRows.filedAs(messageId);
  }

  Raw raw(long inboundId) {
    return inbound.raw(inboundId);
  }

  /** Mail that was held, with a colleague's decision that the intake follows. */
  Taken readAgain(Raw raw, ReadMail mail, Intake intake, Arrived.Decided decided) {
    Begun begun = inbound.begin(raw);
    Arrived fresh = judgement.arrived(raw, mail, begun, helpAddresses());
    Taken taken = intake.take(fresh.decided(decided));
    Filing.Place place = Filing.place(taken);
    if (place != null) {
      filing.file(raw, mail, begun.messageId(), place);
      written();
      inbound.filed(raw.id(), begun.messageId());
    }
    return taken;
  }

  HelpAddresses helpAddresses() {
    return judgement.helpAddresses();
  }

  void dismissed(long inboundId, long heldId) {
    inbound.disposed(inboundId, heldId, "dismissed");
  }
}

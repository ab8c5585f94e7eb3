package amends.messages;

import amends.messages.HeldMail.Reason;
import amends.messages.InboundRows.Raw;
import amends.shared.Actor;
import org.springframework.stereotype.Component;

/** What becomes of one mail: called within the act that also ends its lease. */
@Component
final class Reading {
  private final InboundRows inbound;
  private final Judgement judgement;
  private final Bounces bounces;
  private final HeldMail held;
  private final Filing filing;

  Reading(InboundRows inbound, Judgement judgement, Bounces bounces, HeldMail held, Filing filing) {
    this.inbound = inbound;
    this.judgement = judgement;
    this.bounces = bounces;
    this.held = held;
    this.filing = filing;
  }

  void read(Raw raw, ReadMail mail, Intake intake) {
    Long sameIdAs = inbound.flagSameId(raw);
    Reason tray = judgement.tray(raw, mail);
    if (tray != null) {
      lay(raw, mail, tray);
    } else {
      long messageId = filing.nextMessageId();
      Arrived arrived = judgement.arrived(raw, mail, messageId, sameIdAs);
      put(raw, mail, messageId, intake.take(arrived));
    }
  }

  private void lay(Raw raw, ReadMail mail, Reason tray) {
    long heldId = held.hold(raw, mail, tray);
    if (bounces.record(raw, mail)) {
      held.decide(heldId, Actor.SYSTEM, "bounce", null);
    }
  }

  private void put(Raw raw, ReadMail mail, long messageId, Taken taken) {
    Filing.Place place = Filing.place(taken);
    if (place != null) {
      filing.file(raw, mail, messageId, place);
    } else if (taken instanceof Taken.Quarantined(var about, var reason)) {
      held.hold(raw, mail, new Reason(HeldKind.QUARANTINE, reason, "", about));
    }
  }

  void readUnreadable(Raw raw, Intake intake, String trouble) {
    Taken taken = intake.takeUnreadable(raw.id(), trouble);
    Filing.Place place = Filing.place(taken);
    if (place == null) {
      throw new IllegalStateException("what cannot be read must become a case: " + taken);
    }
    filing.fileUnreadable(raw, filing.nextMessageId(), place);
  }

  Raw raw(long inboundId) {
    return inbound.raw(inboundId);
  }

  /** Mail that was held, with a colleague's decision that the intake follows. */
  Taken readAgain(Raw raw, ReadMail mail, Intake intake, Arrived.Decided decided) {
    long messageId = filing.nextMessageId();
    Arrived fresh = judgement.arrived(raw, mail, messageId, inbound.flagSameId(raw));
    Taken taken = intake.take(fresh.decided(decided));
    Filing.Place place = Filing.place(taken);
    if (place != null) {
      filing.file(raw, mail, messageId, place);
    }
    return taken;
  }

  void dismissed(long inboundId, long heldId) {
    inbound.disposed(inboundId, heldId, "dismissed");
  }
}

package amends.messages;

import amends.messages.InboundRows.Raw;
import amends.messages.email.Bounds;
import amends.messages.email.MailReader;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where a colleague decides on held mail. */
@Component
final class HeldDesk {
  private final Acts acts;
  private final HeldRows rows;
  private final HeldMail held;
  private final Reading reading;
  private final ObjectProvider<Intake> intake;

  HeldDesk(
      Acts acts, HeldRows rows, HeldMail held, Reading reading, ObjectProvider<Intake> intake) {
    this.acts = acts;
    this.rows = rows;
    this.held = held;
    this.reading = reading;
    this.intake = intake;
  }

  HeldRows rows() {
    return rows;
  }

  Optional<Taken> release(long heldId, Actor by, Disposition what) {
    if (what instanceof Disposition.Dismiss(String reason)) {
      dismiss(heldId, by, reason);
      return Optional.empty();
    }
    Raw raw = reading.raw(rows.get(heldId).inboundId());
    ReadMail mail = MailReader.read(raw.bytes(), Bounds.USUAL, raw.envelopeFrom());
    return Optional.of(acts.call(() -> take(heldId, raw, mail, new Arrived.Decided(what, by))));
  }

  private Taken take(long heldId, Raw raw, ReadMail mail, Arrived.Decided decided) {
    lockOpen(heldId);
    Taken taken = reading.readAgain(raw, mail, intake.getObject(), decided);
    String decision = decision(taken);
    if (decision == null) {
      throw new Refusal("", "messages.held.not-followed");
    }
    held.decide(heldId, decided.by(), decision, null);
    return taken;
  }

  private static @Nullable String decision(Taken taken) {
    return switch (taken) {
      case Taken.Opened ignored -> "opened";
      case Taken.Added ignored -> "attached";
      case Taken.Quarantined ignored -> null;
    };
  }

  private void dismiss(long heldId, Actor by, String reason) {
    if (reason.isBlank()) {
      throw new Refusal("reason", "messages.held.reason-missing");
    }
    acts.run(() -> {
      Held item = lockOpen(heldId);
      held.decide(heldId, by, "dismissed", reason.strip());
      reading.dismissed(item.inboundId(), heldId);
    });
  }

  private Held lockOpen(long heldId) {
    Held item = rows.lock(heldId);
    if (item.decidedAt() != null) {
      throw new Refusal("", "messages.held.decided-already");
    }
    return item;
  }
}

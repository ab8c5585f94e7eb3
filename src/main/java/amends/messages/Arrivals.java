package amends.messages;

import amends.messages.ArrivalRows.Brought;
import amends.messages.email.door.Caller;
import amends.messages.email.door.Doorstep;
import amends.messages.mailbox.Inlet;
import amends.messages.trust.Scales;
import amends.shared.Acts;
import java.time.Duration;
import java.util.List;

/**
 * Lays mail down durably, once for each distinct one, before its sender is told so. What several
 * senders bring at the same moment is committed together; when that fails, each by itself.
 */
final class Arrivals implements Doorstep, Inlet {
  /** Two, so that one writes while the other's commit is on its way to the disk. */
  private static final int SEATS = 2;

  private static final int MOST = 16;

  /** Larger mails go by themselves: nobody waits for another's attachments. */
  private static final int SMALL = 64 * 1024;

  private final ArrivalRows rows;
  private final Acts acts;
  private final Senders senders;
  private final Scales scales;
  private final Together<Brought> together = new Together<>(SEATS, MOST, this::keep);
  private Nudge reading = new Nudge(Duration.ZERO);

  Arrivals(ArrivalRows rows, Acts acts, Senders senders, Scales scales) {
    this.rows = rows;
    this.acts = acts;
    this.senders = senders;
    this.scales = scales;
  }

  Arrivals nudging(Nudge nudge) {
    reading = nudge;
    return this;
  }

  @Override
  public boolean expects(String address) {
    return senders.expects(address);
  }

  @Override
  public void lay(String envelopeFrom, List<String> envelopeTo, byte[] raw) {
    lay(envelopeFrom, envelopeTo, raw, Caller.NOBODY);
  }

  /** Behind another server of the house the caller is that one, of which nothing is asked. */
  @Override
  public void lay(String envelopeFrom, List<String> envelopeTo, byte[] raw, Caller caller) {
    Caller known = scales.asksAboutCallers() ? caller : Caller.NOBODY;
    Brought mail = new Brought(FirstLook.at(raw), null, envelopeFrom, envelopeTo, raw, known);
    boolean mayShare = raw.length <= SMALL && mail.isPlain();
    if (!mayShare || !together.bring(mail)) {
      keep(List.of(mail));
    }
  }

  /** Out of a mailbox, in the act that notes how far it was read. */
  @Override
  public void lay(long mailboxId, String envelopeFrom, List<String> envelopeTo, byte[] raw) {
    Brought mail =
        new Brought(FirstLook.at(raw), mailboxId, envelopeFrom, envelopeTo, raw, Caller.NOBODY);
    acts.run(() -> {
      rows.write(List.of(mail));
    });
  }

  @Override
  public void ready() {
    reading.pull();
  }

  /** One statement is the whole act: one way to the database, and then the 250. */
  private void keep(List<Brought> mails) {
    if (acts.single(() -> rows.write(mails)) > 0) {
      reading.pull();
    }
  }
}

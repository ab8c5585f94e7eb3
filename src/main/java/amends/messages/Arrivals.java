package amends.messages;

import amends.journal.Entry;
import amends.journal.Journal;
import amends.messages.ArrivalRows.Brought;
import amends.messages.ArrivalRows.Stored;
import amends.messages.email.door.Doorstep;
import amends.messages.mailbox.Inlet;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Subject;
import java.util.List;
import java.util.Map;

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
  private final Journal journal;
  private final Senders senders;
  private final Together<Brought> together = new Together<>(SEATS, MOST, this::keep);
  private Nudge reading = new Nudge();

  Arrivals(ArrivalRows rows, Acts acts, Journal journal, Senders senders) {
    this.rows = rows;
    this.acts = acts;
    this.journal = journal;
    this.senders = senders;
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
    Brought mail = new Brought(FirstLook.at(raw), null, envelopeFrom, envelopeTo, raw);
    boolean mayShare = raw.length <= SMALL && mail.isPlain();
    if (!mayShare || !together.bring(mail)) {
      keep(List.of(mail));
    }
  }

  /** Out of a mailbox, in the act that notes how far it was read. */
  @Override
  public void lay(long mailboxId, String envelopeFrom, List<String> envelopeTo, byte[] raw) {
    Brought mail = new Brought(FirstLook.at(raw), mailboxId, envelopeFrom, envelopeTo, raw);
    acts.run(() -> store(List.of(mail)));
  }

  @Override
  public void ready() {
    reading.pull();
  }

  private void keep(List<Brought> mails) {
    boolean anyNew = acts.call(() -> store(mails));
    if (anyNew) {
      reading.pull();
    }
  }

  private boolean store(List<Brought> mails) {
    List<Stored> stored = rows.write(mails);
    journal.recordAll(stored.stream().map(Arrivals::entry).toList());
    return !stored.isEmpty();
  }

  private static Entry entry(Stored stored) {
    return new Entry(
        "inbound.stored",
        Subject.of("inbound", stored.id()),
        Actor.SYSTEM,
        Map.of("size", stored.size()));
  }
}

package amends.messages;

import amends.messages.InboundRows.Begun;
import amends.messages.InboundRows.Raw;
import amends.messages.Senders.HelpAddresses;
import amends.shared.Acts;
import amends.shared.WorkRows;
import amends.shared.WorkRows.Lease;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What becomes of mails that have been read. Those that are read at the same moment share one
 * transaction: measured, a commit and its journal entries cost a third of a mail. When one of them
 * fails nothing of the group stands, and each gets an act of its own, so that none suffers for
 * another.
 */
final class MailActs {
  /** Two, so that one writes while the other's commit is on its way to the disk. */
  private static final int SEATS = 2;

  private static final int MOST = 12;

  /**
   * Two groups that meet the same people take them in the same order, so that neither waits for
   * what the other will not give before it has got what the first one has.
   */
  private static final Comparator<Letter> BY_SENDER =
      Comparator.<Letter, String>comparing(Letter::sender).thenComparing(l -> l.raw().id());

  private final Acts acts;
  private final InboundRows inbound;
  private final Reading reading;
  private final WorkRows rows;
  private final Supplier<Intake> intake;
  private final Together<Letter> together = new Together<>(SEATS, MOST, this::actOn);

  MailActs(InboundReading.Tools tools, WorkRows rows, Supplier<Intake> intake) {
    this.acts = tools.acts();
    this.inbound = tools.inbound();
    this.reading = tools.reading();
    this.rows = rows;
    this.intake = intake;
  }

  /** A mail in hand, as it came and as it reads, and the help addresses as they were then. */
  record Letter(Lease lease, Raw raw, ReadMail mail, HelpAddresses ours) {
    private String sender() {
      MailPerson from = mail.from();
      return (from == null ? raw.envelopeFrom() : from.address()).toLowerCase(Locale.ROOT);
    }
  }

  /** Returns once it is committed, in whichever act. */
  void act(Letter letter) {
    if (!mayShare(letter) || !together.bring(letter)) {
      actOn(List.of(letter));
    }
  }

  int gathered() {
    return together.gathered();
  }

  /**
   * What answers something locks a case that others may have locked for long, and what is large
   * takes long to write: neither keeps others waiting.
   */
  private boolean mayShare(Letter letter) {
    return letter.raw().bytes().length <= InboundRows.SMALL
        && letter.lease().attempts() == 1
        && !reading.isRouted(letter.raw(), letter.mail());
  }

  private void actOn(List<Letter> letters) {
    Intake to = intake.get();
    List<Letter> ordered = letters.stream().sorted(BY_SENDER).toList();
    acts.run(() -> {
      Map<Long, Begun> begun = inbound.begin(ordered.stream().map(Letter::raw).toList());
      List<WorkRows.Done> done = new ArrayList<>();
      for (Letter letter : ordered) {
        Begun number = Objects.requireNonNull(begun.get(letter.raw().id()));
        done.add(
            new WorkRows.Done(
                letter.lease(),
                reading.read(letter.raw(), letter.mail(), number, letter.ours(), to)));
      }
      reading.written();
      rows.finishAll(done, InboundRows.RESULTS);
    });
  }
}

package amends.cases.live;

import amends.journal.Hearer;
import amends.journal.Journal;
import amends.journal.Journal.Sealed;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hands what was sealed to the streams of this node; reads on from where it was. */
@Component
final class JournalHearer implements Hearer {
  private static final int MOST = 1_000;
  private static final int MOST_BEHIND = 10_000;

  private final Journal journal;
  private final Happenings happenings;
  private final Streams streams;
  private long last = -1;

  JournalHearer(Journal journal, Happenings happenings, Streams streams) {
    this.journal = journal;
    this.happenings = happenings;
    this.streams = streams;
  }

  @Override
  public String channel() {
    return SEALED;
  }

  @Override
  public synchronized void heard(List<String> payloads, boolean gap) {
    List<Stream> open = streams.all();
    if (open.isEmpty()) {
      last = -1;
      return;
    }
    long head = journal.sealed();
    if (last < 0) {
      last = open.stream().mapToLong(Stream::from).min().orElse(head);
    }
    if (last > head || head - last > MOST_BEHIND) {
      open.forEach(stream -> stream.lookAnew(head));
      last = head;
    }
    while (last < head) {
      List<Sealed> batch = journal.feed(last, MOST);
      if (batch.isEmpty()) {
        return;
      }
      tell(happenings.in(batch), open);
      last = batch.getLast().sealNo();
    }
  }

  private void tell(Happenings.Batch batch, List<Stream> open) {
    batch.tell(open);
    open.stream()
        .filter(stream -> batch.everybody() || batch.people().contains(stream.personId))
        .forEach(streams::check);
  }
}

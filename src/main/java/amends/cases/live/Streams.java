package amends.cases.live;

import amends.journal.Journal;
import amends.staff.Permits;
import amends.staff.SignIns;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The open streams of this node, the oldest first. A browser needs one, whatever the number of its
 * pages; a person has few browsers, so the oldest gives way.
 */
@Component
final class Streams {
  static final int MOST_FOR_ONE = 6;
  static final int MOST = 2_000;
  private static final int MOST_BEHIND = 1_000;

  private final Permits permits;
  private final Staff staff;
  private final SignIns signIns;
  private final Journal journal;
  private final Happenings happenings;
  private final ConcurrentSkipListMap<Long, Stream> open = new ConcurrentSkipListMap<>();
  private final AtomicLong opened = new AtomicLong();

  /** What happens when a stream has ended. */
  interface Farewell {
    void of(Stream stream);
  }

  Streams(Permits permits, Staff staff, SignIns signIns, Journal journal, Happenings happenings) {
    this.permits = permits;
    this.staff = staff;
    this.signIns = signIns;
    this.journal = journal;
    this.happenings = happenings;
  }

  /**
   * Opens a stream that goes on after a seal number.
   *
   * @param after null for from now on
   * @return empty when this node has no place left
   */
  Optional<Stream> open(Viewer viewer, String session, Optional<Long> after) {
    List<Stream> own = open.values().stream().filter(s -> s.personId == viewer.id()).toList();
    if (own.size() >= MOST_FOR_ONE) {
      own.getFirst().close();
    } else if (open.size() >= MOST) {
      return Optional.empty();
    }
    long number = opened.incrementAndGet();
    Stream stream =
        new Stream(viewer.id(), session, permits.visible(viewer), s -> open.remove(number, s));
    stream.startsAt(journal.sealed());
    open.put(number, stream);
    after.ifPresent(from -> catchUp(stream, from, stream.from()));
    return Optional.of(stream);
  }

  /** A page that slept reads what it missed; after a day that is everything. */
  private void catchUp(Stream stream, long from, long head) {
    if (from > head || head - from > MOST_BEHIND) {
      stream.lookAnew(head);
    } else if (from < head) {
      happenings.in(journal.feed(from, MOST_BEHIND)).tell(List.of(stream));
    }
  }

  List<Stream> all() {
    return List.copyOf(open.values());
  }

  /** Closes what belongs to nobody any more: signed out, left, ended elsewhere. */
  void check(Stream stream) {
    Optional<Viewer> viewer =
        signIns.stands(stream.session, stream.personId)
            ? staff.viewer(stream.personId)
            : Optional.empty();
    viewer.map(permits::visible).ifPresentOrElse(stream::sees, stream::close);
  }

  @EventListener(ContextClosedEvent.class)
  void leave() {
    all().forEach(Stream::close);
  }
}

package amends.cases.live;

import amends.staff.Visible;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One open connection. What has not been read yet is a set of ids with a bound; beyond it only
 * "look at everything" is kept, so that a slow reader costs nothing.
 */
final class Stream implements AutoCloseable {
  static final int MOST_WAITING = 200;

  final long personId;
  final String session;
  private final Streams.Farewell farewell;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Set<Long> cases = new TreeSet<>();
  private final Set<Long> presence = new TreeSet<>();
  private final Set<Long> broadcasts = new TreeSet<>();
  private volatile Visible visible;
  private boolean held;
  private boolean moved;
  private boolean all;
  private boolean closed;
  private long seal;
  private volatile long from;

  Stream(long personId, String session, Visible visible, Streams.Farewell farewell) {
    this.personId = personId;
    this.session = session;
    this.visible = visible;
    this.farewell = farewell;
  }

  /** Everything sealed up to here was there when the page was made, or has been told since. */
  void startsAt(long head) {
    from = head;
    happened(head, List.of(), false, false);
  }

  long from() {
    return from;
  }

  Visible visible() {
    return visible;
  }

  /** Roles have changed; what the page shows may have too. */
  void sees(Visible other) {
    if (!other.equals(visible)) {
      visible = other;
      lookAnew(0);
    }
  }

  void happened(long upTo, Collection<Long> ids, boolean inHeld, boolean handedOver) {
    tell(() -> {
      seal = Math.max(seal, upTo);
      cases.addAll(ids);
      held |= inHeld;
      moved |= handedOver;
    });
  }

  /** These broadcasts have come further. */
  void carried(Collection<Long> ids) {
    if (!ids.isEmpty()) {
      tell(() -> broadcasts.addAll(ids));
    }
  }

  void came(Collection<Long> ids) {
    tell(() -> presence.addAll(ids));
  }

  void lookAnew(long upTo) {
    tell(() -> {
      seal = Math.max(seal, upTo);
      all = true;
    });
  }

  private void tell(Runnable what) {
    lock.lock();
    try {
      what.run();
      if (cases.size() + presence.size() > MOST_WAITING) {
        all = true;
        cases.clear();
        presence.clear();
      }
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for news.
   *
   * @return nothing new after the wait; null once the stream is closed
   */
  @Nullable Told next(Duration wait) throws InterruptedException {
    lock.lock();
    try {
      long left = wait.toNanos();
      while (!closed && taken().isNothing() && left > 0) {
        left = news.awaitNanos(left);
      }
      return closed ? null : take();
    } finally {
      lock.unlock();
    }
  }

  private Told taken() {
    return new Told(seal, cases, presence, held, moved, all, broadcasts);
  }

  private Told take() {
    Told told =
        new Told(
            seal,
            Set.copyOf(cases),
            Set.copyOf(presence),
            held,
            moved,
            all,
            Set.copyOf(broadcasts));
    broadcasts.clear();
    cases.clear();
    presence.clear();
    held = false;
    moved = false;
    all = false;
    return told;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      news.signal();
    } finally {
      lock.unlock();
    }
    farewell.of(this);
  }
}

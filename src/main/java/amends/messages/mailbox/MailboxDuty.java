package amends.messages.mailbox;

import amends.messages.mailbox.Reins.Lease;
import amends.shared.Duty;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that each mailbox is watched by one node, and that each watch of this node lives: one
 * that hangs is cut off, and taken up anew.
 */
final class MailboxDuty implements Duty, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(MailboxDuty.class);
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final int MOST = 50;

  private final Watch.Tools tools;
  private final MailboxRows rows;
  private final Times times;
  private final Map<Watch, Thread> watches = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /**
   * What is too long.
   *
   * @param silence while waiting for new mail, after which the connection is asked whether it
   *     stands (RFC 2177 wants it within 29 minutes; networks forget sooner)
   * @param answer to come, after which a watch counts as hung
   */
  record Times(Duration silence, Duration answer) {
    static final Times USUAL = new Times(Duration.ofMinutes(4), Duration.ofSeconds(60));
  }

  MailboxDuty(Watch.Tools tools, MailboxRows rows, Times times) {
    this.tools = tools;
    this.rows = rows;
    this.times = times;
  }

  @Override
  public String name() {
    return "mailboxes";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(1);
  }

  @Override
  public boolean perform() {
    watches.forEach(this::lookAfter);
    if (!closed) {
      tools.acts().call(() -> tools.reins().claim(MOST, LEASE)).forEach(this::start);
    }
    return false;
  }

  private void start(Lease lease) {
    Watch watch = new Watch(tools, lease, rows.get(lease.mailbox()));
    Thread thread =
        Thread.ofVirtual()
            .name("mailbox " + lease.mailbox())
            .unstarted(() -> {
              try {
                watch.run();
              } finally {
                watches.remove(watch);
              }
            });
    watches.put(watch, thread);
    thread.start();
  }

  private void lookAfter(Watch watch, Thread thread) {
    Duration quiet = watch.quiet();
    Duration most = watch.isIdle() ? times.silence().plus(times.answer()) : times.answer();
    if (quiet.compareTo(most) > 0) {
      log.warn("a mailbox gave no sign of life for {}; it is opened anew", quiet);
      thread.interrupt();
    } else if (watch.isIdle() && quiet.compareTo(times.silence()) > 0) {
      Thread.ofVirtual().name("mailbox poke").start(watch::poke);
    }
    boolean ours = tools.acts().call(() -> tools.reins().renew(watch.lease(), LEASE));
    if (!ours) {
      leave(watch, thread);
    }
  }

  /** Kindly first. */
  private static void leave(Watch watch, Thread thread) {
    watch.stop();
    Thread.ofVirtual()
        .name("mailbox end")
        .start(() -> {
          watch.poke();
          try {
            if (!thread.join(GRACE)) {
              thread.interrupt();
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** Whether every watch has taken what was there and waits for more. */
  boolean isQuiet() {
    return watches.keySet().stream().allMatch(w -> w.isCaughtUp() && w.isIdle());
  }

  int watching() {
    return watches.size();
  }

  @Override
  public void close() {
    closed = true;
    watches.forEach(MailboxDuty::leave);
    long until = System.nanoTime() + GRACE.multipliedBy(2).toNanos();
    for (Thread thread : watches.values()) {
      try {
        boolean ended = thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
        log.debug("a watch has ended: {}", ended);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}

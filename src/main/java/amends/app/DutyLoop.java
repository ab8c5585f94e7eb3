package amends.app;

import amends.shared.Duty;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Performs one duty again and again; a failure is logged, waited out, and tried again. */
final class DutyLoop implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(DutyLoop.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

  private final Duty duty;
  private final Thread thread;
  private volatile boolean leaving;
  private int failures;

  DutyLoop(Duty duty) {
    this.duty = duty;
    this.thread = Thread.ofVirtual().name("duty-" + duty.name()).unstarted(this);
  }

  String name() {
    return duty.name();
  }

  void start() {
    thread.start();
  }

  void leave() {
    leaving = true;
    LockSupport.unpark(thread);
  }

  boolean left(long nanos) {
    try {
      return thread.join(Duration.ofNanos(Math.max(nanos, 1)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void run() {
    while (!leaving) pause(once());
  }

  /** How long to wait before the next time. */
  private Duration once() {
    try {
      boolean more = duty.perform();
      failures = 0;
      return more ? Duration.ZERO : duty.pause();
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
      failures++;
      // The message may quote what somebody wrote; the class and the place do not.
      log.warn("duty {} failed {} times in a row: {}", duty.name(), failures, place(e));
      return backOff();
    }
  }

  private Duration backOff() {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - 1, 10));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private static String place(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) root = root.getCause();
    String state = root instanceof java.sql.SQLException s ? " " + s.getSQLState() : "";
    StackTraceElement[] trace = e.getStackTrace();
    String at =
        java.util.Arrays.stream(trace)
            .filter(f -> f.getClassName().startsWith("amends."))
            .findFirst()
            .map(Object::toString)
            .orElse(trace.length == 0 ? "" : trace[0].toString());
    return e.getClass().getName() + ", " + root.getClass().getName() + state + " at " + at;
  }

  private void pause(Duration time) {
    long until = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0 && !leaving; left = until - System.nanoTime()) {
      LockSupport.parkNanos(Math.min(left, TimeUnit.MINUTES.toNanos(1)));
    }
  }
}

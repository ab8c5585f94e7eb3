package amends.messages;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells a duty of this process that there is work; other nodes find it when they look. */
final class Nudge {
  private final Semaphore pulled = new Semaphore(0);
  private final Duration most;

  /**
   * @param most how long the duty waits before it looks by itself
   */
  Nudge(Duration most) {
    this.most = most;
  }

  void pull() {
    if (pulled.availablePermits() == 0) {
      pulled.release();
    }
  }

  /** Waits to be nudged; false when nobody did. */
  boolean await() {
    try {
      boolean nudged = pulled.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
      pulled.drainPermits();
      return nudged;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

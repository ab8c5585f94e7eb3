package amends.messages;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A few hands that work side by side, so that one who is stuck does not keep the others waiting.
 */
final class Crew implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final int size;
  private final Semaphore free;
  private final ExecutorService threads;
  private final Map<Thread, Long> busySince = new ConcurrentHashMap<>();
  private volatile boolean closed;

  Crew(int size, ExecutorService threads) {
    this.size = size;
    this.free = new Semaphore(size);
    this.threads = threads;
  }

  int free() {
    return closed ? 0 : free.availablePermits();
  }

  /** Whether somebody still works, also on what was given out in an earlier batch. */
  boolean busy() {
    return free.availablePermits() < size;
  }

  /** Waits for a free hand. */
  boolean awaitFree(Duration most) {
    return take(1, most) && give(1);
  }

  /** Waits until half of the hands are free, so that work is fetched for several at once. */
  void awaitHalf(Duration most) {
    if (take(size / 2, most)) {
      give(size / 2);
    }
  }

  /** Gives one piece of work to a free hand; the latch counts down when it is done. */
  void start(Runnable work, CountDownLatch done) {
    free.acquireUninterruptibly();
    threads.execute(() -> {
      busySince.put(Thread.currentThread(), System.nanoTime());
      try {
        work.run();
      } finally {
        busySince.remove(Thread.currentThread());
        free.release();
        done.countDown();
      }
    });
  }

  /** From here on this hand is let finish: what it does now must not be cut off. */
  void finish() {
    busySince.remove(Thread.currentThread());
  }

  /** Wakes those who hang on something that never answers. */
  void interruptAfter(Duration longest) {
    long now = System.nanoTime();
    busySince.forEach((thread, since) -> {
      if (now - since > longest.toNanos()) {
        thread.interrupt();
      }
    });
  }

  /** Lets them finish for a moment, then interrupts: what they had is taken up again later. */
  @Override
  public void close() {
    closed = true;
    if (!take(size, GRACE)) {
      busySince.keySet().forEach(Thread::interrupt);
      take(size, GRACE);
    }
    threads.shutdown();
  }

  private boolean take(int permits, Duration most) {
    try {
      return free.tryAcquire(permits, most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean give(int permits) {
    free.release(permits);
    return true;
  }
}

package amends.messages.email.door;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Memory for mails that are coming in, shared by all connections: however many large ones come at
 * once, the heap holds a few.
 */
final class Room {
  static final int CHUNK = 64 * 1024;
  private static final int LARGEST_MAILS = 2;
  private static final long LEAST_BYTES = 16L * 1024 * 1024;
  private static final int PATIENCE_SECONDS = 20;

  private final Semaphore chunks;

  Room(long maxBytes) {
    long bytes = Math.max(LEAST_BYTES, maxBytes * LARGEST_MAILS);
    this.chunks = new Semaphore((int) (bytes / CHUNK) + LARGEST_MAILS);
  }

  /** Room for one more chunk; false when there is none for a while. */
  boolean take() {
    try {
      return chunks.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void give(int number) {
    chunks.release(number);
  }
}

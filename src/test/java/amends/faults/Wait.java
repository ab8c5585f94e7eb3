package amends.faults;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for something to be so, and says what it was when it does not come. */
public final class Wait {
  private static final long STEP = Duration.ofMillis(20).toNanos();

  private Wait() {}

  public static Duration until(String what, Duration most, Callable<Boolean> is) {
    long began = System.nanoTime();
    while (!now(is)) {
      if (System.nanoTime() - began > most.toNanos()) {
        throw new AssertionError("waited " + most + " in vain until " + what);
      }
      LockSupport.parkNanos(STEP);
    }
    return Duration.ofNanos(System.nanoTime() - began);
  }

  static void of(Duration time) {
    long until = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static boolean now(Callable<Boolean> is) {
    try {
      return is.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}

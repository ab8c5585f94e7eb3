package amends.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * What classes that follow each other share, like a program in a process of its own: it goes on
 * asking its database for work, so it ends when a class begins that has no use for it.
 */
public final class Kept {
  private static final List<Runnable> ENDS = new ArrayList<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(Kept::end));
  }

  private Kept() {}

  /** Done once: before the next class with a database under its context, or when the run ends. */
  public static synchronized void until(Runnable end) {
    ENDS.add(end);
  }

  static synchronized void end() {
    ENDS.forEach(Runnable::run);
    ENDS.clear();
  }
}

package amends.testing;

import amends.messages.Holding;
import java.time.Duration;

/** Replies leave at once, unless a test holds them. */
public final class Patience implements Holding {
  private volatile Duration time = Duration.ZERO;

  public void hold(Duration longer) {
    time = longer;
  }

  @Override
  public Duration time() {
    return time;
  }
}

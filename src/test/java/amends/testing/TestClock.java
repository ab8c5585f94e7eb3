package amends.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. Each test class starts at the same moment. */
public final class TestClock implements InstantSource {
  /** A Tuesday afternoon in the named world. */
  public static final Instant START = Instant.parse("2026-05-12T13:07:00Z");

  private volatile Instant now = START;

  @Override
  public Instant instant() {
    return now;
  }

  public void set(Instant moment) {
    now = moment;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }
}

package amends.app.demo;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The clock of a demo: stands where it is put while the past is made, then runs as time does. */
public final class DemoClock implements InstantSource {
  private final InstantSource real;
  private volatile @Nullable Instant put;

  DemoClock(InstantSource real) {
    this.real = real;
  }

  @Override
  public Instant instant() {
    Instant moment = put;
    return moment == null ? real.instant() : moment;
  }

  void put(Instant moment) {
    put = moment;
  }

  /** From here on demo time is real time. */
  void release() {
    put = null;
  }
}

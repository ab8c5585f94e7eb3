package amends.app.bench;

import java.util.List;
import java.util.function.Consumer;

/** Due promises rung by the clock and its bells, beside statements that write the same rows. */
final class AlarmsBench implements Bench {
  private static final String NAME = "alarms";
  private static final int WARM_UP = 10_000;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String words() {
    return "due alarms rung in batches, beside set-based statements that write the same rows";
  }

  @Override
  public List<Measure> run(boolean small, Consumer<String> progress) {
    int count = small ? 20_000 : 1_000_000;
    int rounds = small ? 4 : 10;
    try (Stage stage = Stage.open(false, progress)) {
      var ringing = new Ringing(stage.context());
      progress.accept("Warming up");
      ringing.real(WARM_UP, new Pace());
      ringing.limit(WARM_UP, new Pace());
      var real = new Pace();
      var limit = new Pace();
      progress.accept("Ringing " + count + " alarms on each side, in turn");
      for (int round = 0; round < rounds; round++) {
        round(ringing, count / rounds, round % 2 == 0, real, limit);
      }
      int seconds = small ? 5 : 20;
      progress.accept("Ringing 1,000 alarms a second for " + seconds + " s");
      double lateness = ringing.lateness(seconds);
      return List.of(
          Measure.atLeast(NAME, "rung", real.perSecond(), "alarms/s", limit.perSecond(), 0.5),
          Measure.within(NAME, "lateness, 99th percentile", lateness, "s", 1, Noise.listen()));
    }
  }

  /** Whoever goes second finds larger tables, so that they take turns. */
  private static void round(Ringing ringing, int count, boolean first, Pace real, Pace limit) {
    Footprint done = first ? ringing.real(count, real) : ringing.limit(count, limit);
    Footprint other = first ? ringing.limit(count, limit) : ringing.real(count, real);
    done.mustEqual(other);
  }
}

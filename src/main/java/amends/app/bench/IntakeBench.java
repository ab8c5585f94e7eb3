package amends.app.bench;

import java.util.List;
import java.util.function.Consumer;

/** Mails of strangers that become cases, beside statements that write the same rows. */
final class IntakeBench implements Bench {
  private static final String NAME = "intake";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String words() {
    return "mails that become cases, 8 clients, beside one statement a table and one commit a case";
  }

  @Override
  public List<Measure> run(boolean small, Consumer<String> progress) {
    int count = small ? 3_000 : 40_000;
    int rounds = small ? 3 : 10;
    try (Stage stage = Stage.open(false, progress)) {
      var taking = new Taking(stage.context());
      progress.accept("Warming up");
      taking.real(small ? 2_000 : 5_000, new Pace());
      taking.limit(1_000, new Pace());
      var real = new Pace();
      var limit = new Pace();
      progress.accept("Opening " + count + " cases on each side, in turn");
      for (int round = 0; round < rounds; round++) {
        round(taking, count / rounds, round % 2 == 0, real, limit);
      }
      return List.of(
          Measure.atLeast(NAME, "opened", real.perSecond(), "cases/s", limit.perSecond(), 0.5));
    }
  }

  /** Whoever goes second finds larger tables, so that they take turns. */
  private static void round(Taking taking, int count, boolean first, Pace real, Pace limit) {
    Footprint done = first ? taking.real(count, real) : taking.limit(count, limit);
    Footprint other = first ? taking.limit(count, limit) : taking.real(count, real);
    done.mustEqual(other);
  }
}

package amends.app.bench;

import java.util.List;
import java.util.function.Consumer;

/** One text to many: laid as deliveries and carried, beside statements that leave the same rows. */
final class BroadcastBench implements Bench {
  private static final String NAME = "broadcast";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String words() {
    return "one text expanded to deliveries and carried, beside one statement and raw claim-and-mark";
  }

  @Override
  public List<Measure> run(boolean small, Consumer<String> progress) {
    int town = small ? 20_000 : 250_000;
    int rounds = small ? 2 : 4;
    try (Stage stage = Stage.open(false, progress)) {
      progress.accept("Moving " + town + " people in");
      try (var spreading = new Spreading(stage.context(), town)) {
        return measured(spreading, town, rounds, progress);
      }
    }
  }

  private static List<Measure> measured(
      Spreading spreading, int town, int rounds, Consumer<String> progress) {
    progress.accept("Warming up");
    spreading.drained(spreading.expanded(new Pace()), new Pace());
    spreading.marked(spreading.expandedAtOnce(new Pace()), new Pace());
    var expand = new Pace();
    var atOnce = new Pace();
    var drain = new Pace();
    var raw = new Pace();
    progress.accept("Writing to " + town * rounds + " people on each side, in turn");
    for (int i = 0; i < rounds; i++) {
      if (i % 2 == 0) {
        through(spreading, expand, drain).mustEqual(beside(spreading, atOnce, raw));
      } else {
        beside(spreading, atOnce, raw).mustEqual(through(spreading, expand, drain));
      }
    }
    return List.of(
        Measure.atLeast(NAME, "expanded", expand.perSecond(), "people/s", atOnce.perSecond(), 0.7),
        Measure.atLeast(NAME, "drained", drain.perSecond(), "people/s", raw.perSecond(), 0.4));
  }

  private static Footprint through(Spreading spreading, Pace expand, Pace drain) {
    Spreading.Sent sent = spreading.expanded(expand);
    spreading.drained(sent, drain);
    return spreading.footprint(sent);
  }

  private static Footprint beside(Spreading spreading, Pace atOnce, Pace raw) {
    Spreading.Sent sent = spreading.expandedAtOnce(atOnce);
    spreading.marked(sent, raw);
    return spreading.footprint(sent);
  }
}

package amends.app.bench;

import java.util.List;

/** All benches, by name. */
public final class Benches {
  public static final List<Bench> ALL =
      List.of(
          new StartBench(),
          new AlarmsBench(),
          new IntakeBench(),
          new PagesBench(null),
          new DraftBench(null),
          new BroadcastBench(),
          new RulingBench(),
          new MailBench());

  private Benches() {}
}

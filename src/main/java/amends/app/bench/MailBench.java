package amends.app.bench;

import java.util.List;
import java.util.function.Consumer;

/** Mail at the SMTP door: how fast it says 250, and how fast what it took becomes cases. */
final class MailBench implements Bench {
  private static final String NAME = "mail";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String words() {
    return "mail at the SMTP door, beside a door that only stores bytes, and drained to cases";
  }

  @Override
  public List<Measure> run(boolean small, Consumer<String> progress) {
    int count = small ? 2_000 : 20_000;
    int rounds = small ? 2 : 5;
    try (Stage stage = Stage.open(false, progress)) {
      var taking = new Taking(stage.context());
      try (var doors = new Doors(stage.context(), taking)) {
        progress.accept("Warming up");
        taking.real(count / 2, new Pace());
        doors.real(count / 4, new Pace());
        doors.bare(count / 4, new Pace());
        doors.drain(new Pace());
        var told = new Pace();
        var bare = new Pace();
        var drained = new Pace();
        var opened = new Pace();
        progress.accept("Taking " + count + " mails on each side, in turn");
        for (int i = 0; i < rounds; i++) {
          doors.real(count / rounds, told);
          doors.drain(drained);
          doors.bare(count / rounds, bare);
          taking.real(count / rounds, opened);
        }
        return List.of(
            Measure.atLeast(NAME, "250s", told.perSecond(), "mails/s", bare.perSecond(), 0.5),
            Measure.atLeast(
                NAME, "drained to cases", drained.perSecond(), "mails/s", opened.perSecond(), 0.5));
      }
    }
  }
}

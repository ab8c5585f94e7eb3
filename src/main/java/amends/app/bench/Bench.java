package amends.app.bench;

import amends.app.Trouble;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Something measured beside its limit. */
public interface Bench {
  String name();

  /** One line: what is measured against what. */
  String words();

  /** The same over data that stay in a directory and are found there the next time. */
  default Bench keeping(Path directory) {
    throw Trouble.usedWrongly(
        "The bench %s keeps no data; leave --data and %s out.".formatted(name(), directory));
  }

  /**
   * Measures, and compares with the goals.
   *
   * @param small finishes within a minute
   * @param progress takes a line for each long step
   */
  List<Measure> run(boolean small, Consumer<String> progress);
}

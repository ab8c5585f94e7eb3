package amends.app.bench;

import java.util.List;
import java.util.function.Consumer;

/** Something measured beside its limit. */
public interface Bench {
  String name();

  /** One line: what is measured against what. */
  String words();

  /**
   * @param small finishes within a minute
   * @param progress takes a line for each long step
   */
  List<Measure> run(boolean small, Consumer<String> progress);
}

package amends.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Some durations, told by their middle and their worst. */
final class Times {
  private final List<Duration> all = new ArrayList<>();

  void add(Duration time) {
    all.add(time);
  }

  Duration worst() {
    return all.isEmpty() ? Duration.ZERO : Collections.max(all);
  }

  @Override
  public String toString() {
    List<Duration> sorted = all.stream().sorted().toList();
    if (sorted.isEmpty()) return "never";
    return "median %d ms, worst %d ms"
        .formatted(sorted.get(sorted.size() / 2).toMillis(), worst().toMillis());
  }
}

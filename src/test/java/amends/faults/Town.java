package amends.faults;

import amends.faults.Post.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/** All who write, until told to stop. */
final class Town implements AutoCloseable {
  private static final Duration DRAINED = Duration.ofMinutes(8);

  private final List<Correspondent> all = new ArrayList<>();

  Town write(int number, Path here, IntSupplier door, long seed) throws IOException {
    for (int i = 0; i < number; i++) {
      String name = "c" + (all.size() + 1);
      all.add(new Correspondent(name, here, door, seed + all.size()));
    }
    return this;
  }

  Map<String, Answer> fates() {
    Map<String, Answer> fates = new HashMap<>();
    all.forEach(one -> fates.putAll(one.fates()));
    return fates;
  }

  /** Until everything stored is read and everything owed is delivered. */
  static Duration drained(Books books) {
    return Wait.until("nothing is owed", DRAINED, () -> books.owed() == 0);
  }

  @Override
  public void close() throws IOException {
    for (Correspondent one : all) one.close();
  }
}

package amends.faults;

import java.time.Duration;
import java.util.Random;

/**
 * How long a run goes on and what chance it follows; a seed that was printed can be given again.
 */
record Plan(int rounds, long seed, Random random) {
  private static final int SHORTEST_MILLIS = 300;
  private static final int LONGEST_MILLIS = 3_000;

  static Plan asked() {
    long seed = Long.getLong("faults.seed", System.nanoTime());
    return new Plan(Integer.getInteger("faults.rounds", 3), seed, new Random(seed));
  }

  /** How long all goes well. */
  Duration peace() {
    return Duration.ofMillis(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));
  }

  boolean coin() {
    return random.nextBoolean();
  }

  String words(String kills) {
    return "%d %s, seed %d".formatted(rounds, kills, seed);
  }
}

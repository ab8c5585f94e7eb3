package amends.app.bench;

/** How many in how many seconds, added up over rounds. */
final class Pace {
  private long count;
  private long nanos;

  /** Times the work, which did this many. */
  void time(long many, Runnable work) {
    long began = System.nanoTime();
    work.run();
    add(many, System.nanoTime() - began);
  }

  void add(long many, long took) {
    count += many;
    nanos += took;
  }

  double perSecond() {
    return count / (nanos / 1e9);
  }
}

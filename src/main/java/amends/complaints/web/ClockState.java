package amends.complaints.web;

import amends.complaints.Clock;
import amends.promises.Promise;
import java.time.Instant;

/** What has become of a clock, as a code that pages and programs share. */
final class ClockState {
  private ClockState() {}

  /** runs, going, kept, late, broken, withdrawn; of what nothing is owed by, window or shut. */
  static String of(Clock clock, Instant now) {
    Promise promise = clock.promise();
    if (promise == null) {
      return now.isBefore(clock.dueAt()) ? "window" : "shut";
    }
    if (promise.broken()) {
      return promise.moments().madeGoodAt() == null ? "broken" : "late";
    }
    if (!promise.owed()) {
      return promise.moments().keptAt() == null ? "withdrawn" : "kept";
    }
    return promise.evidence() != null ? "going" : "runs";
  }
}

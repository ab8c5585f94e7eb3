package amends.messages;

import amends.messages.MassRows.Person;
import amends.messages.MassRows.Taken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Deliveries of one broadcast in the hands of a courier, with what is known of their people. */
final class MassBatch {
  private final Mailing mailing;
  private final Medium medium;
  private final MassDecisions decisions;
  private final long takenAt = System.nanoTime();
  private final Map<Long, Part> parts = new HashMap<>();
  private long lookedAt = takenAt;
  private boolean stopped;

  /** One of them, and whether it goes. */
  record Part(Taken taken, Person person, Verdict verdict) {}

  MassBatch(Mailing mailing, Medium medium, MassDecisions decisions, List<Part> parts) {
    this.mailing = mailing;
    this.medium = medium;
    this.decisions = decisions;
    parts.forEach(part -> this.parts.put(part.taken().lease().id(), part));
  }

  Mailing mailing() {
    return mailing;
  }

  long age() {
    return System.nanoTime() - takenAt;
  }

  /**
   * What is to be done with one now, known for no longer than a tenth of a second: whoever opts out
   * or stops it all is heeded by what has not left yet.
   */
  synchronized Part now(Taken taken) {
    if (System.nanoTime() - lookedAt > MassDecisions.FRESH.toNanos()) {
      stopped = decisions.stopped(mailing);
      if (!stopped) {
        List<Taken> left = parts.values().stream().map(Part::taken).toList();
        decisions.of(mailing, medium, left).forEach(p -> parts.put(p.taken().lease().id(), p));
      }
      lookedAt = System.nanoTime();
    }
    Part part = parts.remove(taken.lease().id());
    if (part == null) {
      throw new IllegalStateException("delivery " + taken.lease().id() + " is not in this batch");
    }
    return stopped ? new Part(taken, part.person(), decisions.backNow()) : part;
  }
}

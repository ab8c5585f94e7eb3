package amends.remedies.fulfilment;

import amends.journal.Journal;
import amends.remedies.RemedyCameBack;
import amends.remedies.RemedyDone;
import amends.remedies.RemedyFailed;
import amends.remedies.RemedyUnknown;
import amends.remedies.fulfilment.AttemptRows.Standing;
import amends.remedies.fulfilment.AttemptRows.Task;
import amends.remedies.pay.Said;
import amends.shared.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down what came of a try, and tells the rest of the house, in one act. */
@Component
final class Outcomes {
  /** When it is asked for again, counted from the try before; the last goes on for ever. */
  static final List<Duration> AGAIN =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(3),
          Duration.ofHours(12),
          Duration.ofDays(1));

  private final AttemptRows rows;
  private final Orders orders;
  private final InstantSource clock;
  private final Journal journal;
  private final ApplicationEventPublisher events;

  Outcomes(
      AttemptRows rows,
      Orders orders,
      InstantSource clock,
      Journal journal,
      ApplicationEventPublisher events) {
    this.rows = rows;
    this.orders = orders;
    this.clock = clock;
    this.journal = journal;
    this.events = events;
  }

  /** Within an act. A lease that was lost undoes it all. */
  void record(Task task, Said said) {
    switch (said) {
      case Said.Done done -> {
        rows.end(task, "done", done.theirId(), null);
        done(task.lease().id(), task.grantId(), Actor.SYSTEM);
      }
      case Said.Refused refused -> {
        rows.end(task, "failed", null, refused.code());
        toPeople(task.lease().id(), task.grantId(), refused.code(), Actor.SYSTEM);
      }
      case Said.Pending pending ->
          later(
              task,
              pending.words(),
              new Standing(true, true, true, orNull(pending.theirId()), null));
      case Said.Unsure unsure -> unsure(task, unsure.words(), null, null);
      case Said.Nothing nothing ->
          unsure(task, "they know nothing of it, and it is not done again", null, "not_known");
      case Said.Differs differs ->
          unsure(task, differs.words(), orNull(differs.theirId()), "differs");
      case Said.NotNow not -> later(task, not.words(), Standing.asBefore(task.asking()));
    }
  }

  private static @Nullable String orNull(String id) {
    return id.isEmpty() ? null : id;
  }

  private void unsure(
      Task task, String words, @Nullable String theirId, @Nullable String personWhy) {
    if (later(task, words, new Standing(true, false, true, theirId, personWhy))
        && !task.wasUnknown()) {
      journal.record(
          "attempt.unknown",
          Attempt.subject(task.lease().id()),
          Actor.SYSTEM,
          Map.of("grant", task.grantId()));
      events.publishEvent(new RemedyUnknown(task.grantId(), clock.instant()));
    }
  }

  private boolean later(Task task, String words, Standing standing) {
    int tries = task.lease().attempts();
    Duration pause = AGAIN.get(Math.min(Math.max(tries, 1), AGAIN.size()) - 1);
    return rows.later(task, clock.instant().plus(pause), words, standing);
  }

  /** It was done: within an act that has written so. */
  void done(long attempt, long grant, Actor by) {
    Instant now = clock.instant();
    journal.record("attempt.done", Attempt.subject(attempt), by, Map.of("grant", grant));
    events.publishEvent(new RemedyDone(grant, now, Attempt.subject(attempt)));
  }

  /**
   * This way it was not done, or has come back: people find another, unless a stop was upheld. What
   * was granted stays granted.
   */
  void toPeople(long attempt, long grant, String code, Actor by) {
    journal.record(
        "attempt.failed", Attempt.subject(attempt), by, Map.of("grant", grant, "why", code));
    if (!rows.halts().upheld(grant)) {
      orders.attemptByPeople(grant, by.isPerson() ? by.id() : null);
    }
  }

  /** It was done and has come back: it is so no longer, and people find another way. */
  void cameBack(long attempt, long grant) {
    events.publishEvent(new RemedyCameBack(grant, clock.instant(), Attempt.subject(attempt)));
    toPeople(attempt, grant, "came_back", Actor.SYSTEM);
  }

  /** Nobody can do it: it will not leave. */
  void givenUp(long attempt, long grant, Actor by) {
    journal.record("attempt.given_up", Attempt.subject(attempt), by, Map.of("grant", grant));
    events.publishEvent(new RemedyFailed(grant, clock.instant(), "not_done"));
  }
}

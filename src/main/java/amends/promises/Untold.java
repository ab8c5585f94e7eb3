package amends.promises;

import amends.shared.Actor;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves of which the customer never heard. A promise is moved by telling them in time; where the
 * letter did not arrive, they still count on the first moment, so the first promise is owed again
 * and watched as before, and breaks at its own moment. What was to stand for it is released, unless
 * something has become of it already.
 */
@Component
final class Untold {
  /** What a released promise says that nobody outside ever heard of. */
  static final String REASON = "not_told";

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Promises promises;
  private final Watch watch;
  private final ApplicationEventPublisher events;

  Untold(
      JdbcClient sql,
      InstantSource clock,
      Promises promises,
      Watch watch,
      ApplicationEventPublisher events) {
    this.sql = sql;
    this.clock = clock;
    this.promises = promises;
    this.watch = watch;
    this.events = events;
  }

  /** Who watches what is owed. */
  @Component
  record Watch(Guard guard, DueBell bell) {
    /** A moment that has passed meanwhile is broken at once, in full view. */
    void over(Promise promise, Instant now) {
      if (promise.dueAt().isAfter(now)) {
        guard.watch(promise);
      } else {
        bell.breakAll(List.of(promise.id()), now);
      }
    }
  }

  void failed(Subject message) {
    for (Promise moved : movedIn(message)) {
      List<Long> standing = standingFor(moved.id());
      standing.forEach(id -> promises.release(id, REASON, Actor.SYSTEM));
      Promise now = standing.isEmpty() ? noted(moved) : takenUp(moved);
      watch.guard().note("promise.move_not_told", now, Actor.SYSTEM, said(message));
      if (now.owed()) {
        watch.over(now, clock.instant());
      }
      events.publishEvent(new MoveNotTold(now, false));
    }
  }

  /** Whoever wrote that it moves took the letter back before it left: nobody has moved anything. */
  void takenBack(Subject message, Actor by) {
    for (Promise moved : movedIn(message)) {
      List<Long> standing = standingFor(moved.id());
      if (!standing.isEmpty()) {
        standing.forEach(id -> promises.release(id, REASON, by));
        Promise now = owedAgain(moved);
        watch.guard().note("promise.taken_up_again", now, by, Map.of());
        watch.over(now, clock.instant());
        events.publishEvent(new MoveNotTold(now, true));
      }
    }
  }

  private Promise owedAgain(Promise moved) {
    return sql.sql(
            """
            update promise set moved_at = null, evidence_kind = null, evidence_id = null
            where id = :id returning *
            """)
        .param("id", moved.id())
        .query(PromiseRows.PROMISE)
        .single();
  }

  private List<Promise> movedIn(Subject message) {
    return sql.sql(
            """
            select * from promise where evidence_kind = :kind and evidence_id = :id
              and moved_at is not null and untold_at is null and kept_at is null and made_good_at is null
            """)
        .param("kind", message.kind())
        .param("id", message.id())
        .query(PromiseRows.PROMISE)
        .list();
  }

  private List<Long> standingFor(long moved) {
    return sql.sql(
            "select id from promise where follows_id = :id and evidence_id is null and %s"
                .formatted(PromiseRows.OWED))
        .param("id", moved)
        .query(Long.class)
        .list();
  }

  private static Map<String, Long> said(Subject message) {
    return Map.of("message", message.id());
  }

  private Promise takenUp(Promise moved) {
    return marked(moved, ", moved_at = null, evidence_kind = null, evidence_id = null");
  }

  private Promise noted(Promise moved) {
    return marked(moved, "");
  }

  private Promise marked(Promise moved, String more) {
    Instant now = clock.instant();
    return sql.sql(
            "update promise set untold_at = :now%s where id = :id returning *".formatted(more))
        .param("now", Sql.at(now))
        .param("id", moved.id())
        .query(PromiseRows.PROMISE)
        .single();
  }
}

package amends.cases;

import amends.promises.NewPromise;
import amends.promises.Promise;
import amends.promises.PromiseKept;
import amends.promises.PromiseOwedAgain;
import amends.promises.Promises;
import amends.promises.PromisesBroken;
import amends.shared.Actor;
import amends.shared.Sql;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The next moment of every open case: which promise it is and when. Whatever changes the promises
 * of a case ends by pointing the case anew, in the same act; the database refuses the act
 * otherwise.
 */
@Component
final class NextMoment {
  private final JdbcClient sql;
  private final Promises promises;

  NextMoment(JdbcClient sql, Promises promises) {
    this.sql = sql;
    this.promises = promises;
  }

  /** Promises in a case, by whoever answers for it. The case is pointed by {@link #point}. */
  Promise promise(Case matter, Promise.Kind kind, String words, Instant dueAt, Actor by) {
    return promises.make(
        new NewPromise(
            matter.asSubject(), matter.customerId(), kind, words, dueAt, matter.promiser(), by));
  }

  /** What is owed in a case and not already on its way, the earliest first. */
  List<Promise> owed(long caseId) {
    return promises.about(Case.subject(caseId)).stream()
        .filter(p -> p.owed() && p.evidence() == null)
        .sorted(Comparator.comparing(Promise::dueAt).thenComparing(Promise::id))
        .toList();
  }

  /** Points the case to the earliest promise that is owed; a person has acted, so nothing burns. */
  void point(long caseId, @Nullable String waiting) {
    Promise next =
        owed(caseId).stream()
            .findFirst()
            .or(() -> newestBroken(caseId))
            .orElseThrow(() -> new IllegalStateException("case " + caseId + " has no next moment"));
    sql.sql(
            """
            update amends_case set next_promise_id = :promise, next_due_at = :due,
              waiting = :waiting, broken_at = :broken where id = :id
            """)
        .param("promise", next.id())
        .param("due", Sql.at(next.dueAt()))
        .param("waiting", waiting)
        .param("broken", Sql.atOrNull(next.moments().brokenAt()))
        .param("id", caseId)
        .update();
  }

  private Optional<Promise> newestBroken(long caseId) {
    return promises.about(Case.subject(caseId)).stream()
        .filter(p -> p.broken() && p.moments().madeGoodAt() == null)
        .max(Comparator.comparing(Promise::id));
  }

  @EventListener
  void on(PromisesBroken event) {
    sql.sql(
            """
            update amends_case c set broken_at = b.at
            from unnest(cast(:ids as bigint[]), cast(:ats as timestamptz[])) as b(id, at)
            where c.id = b.id and c.closed_at is null and c.broken_at is null
            """)
        .param("ids", ids(event.promises()))
        .param("ats", brokenAts(event.promises()))
        .update();
  }

  /** A message that was on its way has arrived: what it made good no longer burns. */
  @EventListener
  void on(PromiseKept event) {
    Promise kept = event.promise();
    if (!kept.about().kind().equals("case") || !kept.broken()) {
      return;
    }
    sql.sql(
            """
            update amends_case c set broken_at = null
            where c.id = :id and not exists (
              select from promises_v_promise p
              where p.subject_kind = 'case' and p.subject_id = c.id
                and p.broken_at is not null and p.made_good_at is null)
            """)
        .param("id", kept.about().id())
        .update();
  }

  /** A message could not be delivered: what it was to keep may be the next moment again. */
  @EventListener
  void on(PromiseOwedAgain event) {
    Promise promise = event.promise();
    if (promise.about().kind().equals("case") && promise.owed()) {
      sql.sql(
              """
              update amends_case set next_promise_id = :promise, next_due_at = :due
              where id = :id and closed_at is null and next_due_at > :due
              """)
          .param("promise", promise.id())
          .param("due", Sql.at(promise.dueAt()))
          .param("id", promise.about().id())
          .update();
    }
  }

  private static Long[] ids(List<Promise> broken) {
    return broken.stream()
        .filter(p -> p.about().kind().equals("case"))
        .map(p -> p.about().id())
        .toArray(Long[]::new);
  }

  private static String[] brokenAts(List<Promise> broken) {
    return broken.stream()
        .filter(p -> p.about().kind().equals("case"))
        .map(p -> String.valueOf(p.moments().brokenAt()))
        .toArray(String[]::new);
  }
}

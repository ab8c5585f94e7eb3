package amends.cases;

import amends.journal.Journal;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Sql;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Closing a case once the follow-up was kept, and taking it up again. */
@Component
final class Closures {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final NextMoment nextMoment;
  private final Promises promises;
  private final Journal journal;

  Closures(
      JdbcClient sql,
      InstantSource clock,
      NextMoment nextMoment,
      Promises promises,
      Journal journal) {
    this.sql = sql;
    this.clock = clock;
    this.nextMoment = nextMoment;
    this.promises = promises;
    this.journal = journal;
  }

  /**
   * @param how right, tried or duplicate
   * @throws Refusal while something is still owed to the customer
   */
  void close(Case matter, String how, @Nullable Long followUp, Actor by) {
    for (Promise look : nextMoment.looks(matter.id())) {
      promises.release(look.id(), "closed", by);
    }
    releaseReviews(matter, by);
    List<Promise> owed = promises.about(matter.asSubject()).stream().filter(Promise::owed).toList();
    if (!owed.isEmpty()) {
      throw new Refusal(
          "", "cases.refusal.still-owed", owed.getFirst().words(), owed.getFirst().dueAt());
    }
    write(matter, how, followUp, by);
    Map<String, Object> payload = new HashMap<>(Map.of("how", how));
    if (followUp != null) {
      payload.put("follow_up", followUp);
    }
    journal.record("case.closed", matter.asSubject(), by, payload);
  }

  /** A contact rule is looked at again when the case is taken up again, or in another one. */
  private void releaseReviews(Case matter, Actor by) {
    Set<Long> reviews = nextMoment.reviews(matter.id());
    promises.about(matter.asSubject()).stream()
        .filter(p -> p.owed() && reviews.contains(p.id()))
        .forEach(p -> promises.release(p.id(), "closed", by));
  }

  private void write(Case matter, String how, @Nullable Long followUp, Actor by) {
    sql.sql(
            """
            with closed as (
              update amends_case set closed_at = :now, next_promise_id = null, next_due_at = null,
                next_warn_at = null, waiting = null, broken_at = null where id = :case)
            insert into closure (case_id, follow_up_id, how, closed_by, closed_by_token, closed_at)
            values (:case, :followUp, :how, :by, :byToken, :now)
            """)
        .param("case", matter.id())
        .param("followUp", followUp)
        .param("how", how)
        .param("by", by.isPerson() ? by.id() : null)
        .param("byToken", by.isToken() ? by.id() : null)
        .param("now", Sql.at(clock.instant()))
        .update();
  }

  boolean closedAsDuplicate(Case matter) {
    return sql.sql(
            """
            select exists (select from settlement
              where case_id = :case and outcome = 'duplicate' and undone_at is null)
            """)
        .param("case", matter.id())
        .query(Boolean.class)
        .single();
  }

  /** Undoes settlement and closure; what was owed stays owed, and the caller promises anew. */
  void reopen(Case matter, String why, Actor by) {
    Promise next = nextMoment.owed(matter.id()).getFirst();
    sql.sql(
            """
            with open as (update amends_case set closed_at = null, settled_at = null,
                next_promise_id = :promise, next_due_at = :due, next_warn_at = :warn
              where id = :case),
              unsettled as (update settlement set undone_at = :now
                where case_id = :case and undone_at is null),
              unclosed as (update closure set undone_at = :now
                where case_id = :case and undone_at is null)
            insert into reopening (case_id, why, by_kind, by_id, reopened_at)
            values (:case, :why, :byKind, :byId, :now)
            """)
        .param("case", matter.id())
        .param("promise", next.id())
        .param("due", Sql.at(next.dueAt()))
        .param("warn", Sql.at(next.warnAt()))
        .param("why", why)
        .param("byKind", by.kind())
        .param("byId", by.id())
        .param("now", Sql.at(clock.instant()))
        .update();
    nextMoment.point(matter.id());
    journal.record("case.reopened", matter.asSubject(), by);
  }
}

package amends.cases;

import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.Actor;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moments that a customer may choose from when a promise was moved. What they choose on their page
 * is the agreed promise; no colleague has to stand between.
 */
@Component
public final class MomentOffers {
  static final int MOST = 5;

  private final JdbcClient sql;
  private final Access access;
  private final Promises promises;
  private final MailCases mailCases;

  MomentOffers(JdbcClient sql, Access access, Promises promises, MailCases mailCases) {
    this.sql = sql;
    this.access = access;
    this.promises = promises;
    this.mailCases = mailCases;
  }

  /** One moment that can still be chosen. */
  public record Offer(long id, long promise, Instant at) {}

  /** Joins the caller's act. What was offered before no longer counts. */
  void offer(Case matter, Promise promise, List<Instant> moments) {
    sql.sql("delete from moment_offer where case_id = :case and chosen_at is null")
        .param("case", matter.id())
        .update();
    sql.sql(
            """
            insert into moment_offer (case_id, promise_id, at, offered_at)
            select :case, :promise, m.at, :now from unnest(cast(:moments as timestamptz[])) as m(at)
            """)
        .param("case", matter.id())
        .param("promise", promise.id())
        .param("now", Sql.at(access.now()))
        .param("moments", moments.stream().map(Instant::toString).toArray(String[]::new))
        .update();
  }

  /** What can be chosen now: the promise is still owed, and the moment lies ahead. */
  public List<Offer> open(long caseId) {
    return sql.sql(
            """
            select o.id, o.promise_id, o.at from moment_offer o
            join promises_v_promise p on p.id = o.promise_id
            where o.case_id = :case and o.chosen_at is null and p.owed and p.due_at > :now
              and o.at > :now and p.subject_kind = 'case' and p.subject_id = o.case_id
            order by o.at
            """)
        .param("case", caseId)
        .param("now", Sql.at(access.now()))
        .query(
            (rs, n) -> new Offer(rs.getLong("id"), rs.getLong("promise_id"), Sql.instant(rs, "at")))
        .list();
  }

  /**
   * The customer chooses; whoever calls has shown that it is their case.
   *
   * @throws Refusal when it can no longer be chosen
   */
  void choose(long caseId, long id, Actor by) {
    access
        .acts()
        .run(() -> {
          Case matter =
              access
                  .rows()
                  .lockStanding(caseId)
                  .orElseThrow(() -> new NotFound(Subject.of("case", caseId)));
          Offer chosen =
              open(matter.id()).stream()
                  .filter(o -> o.id() == id)
                  .findFirst()
                  .orElseThrow(() -> new Refusal("moment", "cases.offer.refuse.gone"));
          sql.sql("update moment_offer set chosen_at = :now where id = :id")
              .param("now", Sql.at(access.now()))
              .param("id", id)
              .update();
          promises.agreeAnew(chosen.promise(), chosen.at(), Subject.of("offer", id), by);
          mailCases.moveOn(matter);
          mailCases.point(matter);
          access.tell("case.moment_chosen", matter, by, Map.of("offer", id));
        });
  }
}

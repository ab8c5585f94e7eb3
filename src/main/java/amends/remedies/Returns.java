package amends.remedies;

import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.Sql;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What came back is not done: the grant says so until another try was, and whoever looked whether
 * it arrived has to look again.
 */
@Component
final class Returns {
  private final JdbcClient sql;
  private final GrantRows rows;
  private final Promises promises;
  private final Following following;
  private final Around around;

  Returns(JdbcClient sql, GrantRows rows, Promises promises, Following following, Around around) {
    this.sql = sql;
    this.rows = rows;
    this.promises = promises;
    this.following = following;
    this.around = around;
  }

  /** What it was given in, and what it is. */
  @Component
  record Around(Matters matters, Catalogue catalogue) {}

  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void on(RemedyCameBack event) {
    RemedyGrant grant = rows.held(event.grantId()).orElseThrow();
    if (grant.fate().doneAt() == null || grant.fate().reclaimedAt() != null) {
      return;
    }
    mark(grant.id(), event.at());
    following.cameBack(grant);
    Long whole = grant.packageId();
    if (whole == null) {
      lookAgain(grant, event.at());
    } else {
      mark(whole, event.at());
      lookAgain(rows.held(whole).orElseThrow(), event.at());
    }
  }

  private void mark(long id, Instant at) {
    sql.sql(
            """
            update remedy_grant set came_back_at = :at, done_at = null, evidence_kind = null,
              evidence_id = null
            where id = :id and done_at is not null
            """)
        .param("at", Sql.at(at))
        .param("id", id)
        .update();
  }

  /** A look that is still owed stands; one that was kept saw what has come back since. */
  private void lookAgain(RemedyGrant grant, Instant now) {
    Long look = grant.checkPromiseId();
    if (look == null) {
      return;
    }
    Promise known = promises.promise(look);
    if (!known.owed()) {
      Matter matter = around.matters().held(grant.about());
      Remedy remedy = around.catalogue().find(grant.remedyId()).orElseThrow();
      sql.sql("update remedy_grant set check_promise_id = :promise where id = :id")
          .param("promise", following.lookAgain(matter, remedy, now))
          .param("id", grant.id())
          .update();
    }
  }
}

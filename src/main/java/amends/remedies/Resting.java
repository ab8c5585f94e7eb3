package amends.remedies;

import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.Actor;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether something arrived is not asked while it is stopped: nothing leaves, and the customer is
 * asked something else. Once it goes on, somebody looks again. A package is looked at as a whole:
 * its look rests only when nothing of it is on its way any more.
 */
@Component
final class Resting {
  private static final String WHY = "stopped";

  private final JdbcClient sql;
  private final GrantRows rows;
  private final Promises promises;
  private final Following following;
  private final Place place;

  Resting(JdbcClient sql, GrantRows rows, Promises promises, Following following, Place place) {
    this.sql = sql;
    this.rows = rows;
    this.promises = promises;
    this.following = following;
    this.place = place;
  }

  /** What it was given in, what it is, and the moment. */
  @Component
  record Place(Matters matters, Catalogue catalogue, InstantSource clock) {}

  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void on(StopOpened event) {
    rest(event.grantId());
  }

  /** With this part nothing of a package may be on its way any more. */
  @EventListener
  void on(RemedyFailed event) {
    rest(event.grantId());
  }

  @EventListener
  void on(RemedyStopped event) {
    rest(event.grantId());
  }

  private void rest(long grantId) {
    RemedyGrant whole = whole(grantId);
    Long look = whole.checkPromiseId();
    if (look != null && (whole.kind() != Remedy.Kind.PACKAGE || restsWhole(whole.id()))) {
      promises.release(look, WHY, Actor.SYSTEM);
    }
  }

  /** What is looked at: the grant itself, or the package that it is a part of. */
  private RemedyGrant whole(long grantId) {
    RemedyGrant grant = rows.find(grantId).orElseThrow();
    Long packageId = grant.packageId();
    return rows.held(packageId == null ? grantId : packageId).orElseThrow();
  }

  /** Each part has ended without leaving, or is stopped. */
  private boolean restsWhole(long packageId) {
    return sql.sql(
            """
            select not exists (select from remedy_grant p where p.package_id = :id
              and p.failed_at is null and p.stopped_at is null
              and not exists (select from grant_stop h where h.grant_id = p.id
                and (h.decided_at is null or h.upheld)))
            """)
        .param("id", packageId)
        .query(Boolean.class)
        .single();
  }

  /** A look that was kept before it was stopped is not asked for again. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void on(StopLifted event) {
    RemedyGrant grant = whole(event.grantId());
    Long look = grant.checkPromiseId();
    if (look == null) {
      return;
    }
    Promise rested = promises.promise(look);
    if (rested.moments().releasedAt() != null) {
      Instant now = place.clock().instant();
      Instant promised = grant.promisedAt();
      Instant there = promised != null && promised.isAfter(now) ? promised : now;
      Matter matter = place.matters().held(grant.about());
      Remedy remedy = place.catalogue().get(grant.remedyId());
      sql.sql("update remedy_grant set check_promise_id = :promise where id = :id")
          .param("promise", following.lookAgain(matter, remedy, there))
          .param("id", grant.id())
          .update();
    }
  }
}

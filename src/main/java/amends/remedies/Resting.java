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
 * asked something else. Once it goes on, somebody looks again. The look at a package stays: its
 * other parts are on their way.
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
    Long look = rows.held(event.grantId()).orElseThrow().checkPromiseId();
    if (look != null) {
      promises.release(look, WHY, Actor.SYSTEM);
    }
  }

  /** A look that was kept before it was stopped is not asked for again. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void on(StopLifted event) {
    RemedyGrant grant = rows.held(event.grantId()).orElseThrow();
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

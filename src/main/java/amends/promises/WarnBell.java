package amends.promises;

import amends.shared.Sql;
import amends.time.Bell;
import amends.time.Rung;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** First bell: the owner is warned while the promise can still be kept, or moved in time. */
@Component
final class WarnBell implements Bell {
  private final JdbcClient sql;
  private final Guard guard;
  private final ApplicationEventPublisher events;

  WarnBell(JdbcClient sql, Guard guard, ApplicationEventPublisher events) {
    this.sql = sql;
    this.guard = guard;
    this.events = events;
  }

  @Override
  public String name() {
    return Guard.WARN;
  }

  @Override
  public void ring(List<Rung> due, Instant now) {
    List<Promise> warned =
        sql.sql(
                "update promise set warned_at = :now where id = any(:ids) and due_at > :now and "
                    + PromiseRows.OWED
                    + " returning *")
            .param("now", Sql.at(now))
            .param("ids", due.stream().map(r -> r.guards().id()).toArray(Long[]::new))
            .query(PromiseRows.PROMISE)
            .list();
    guard.noteAll("promise.at_risk", warned);
    if (!warned.isEmpty()) {
      events.publishEvent(new PromisesWarned(warned));
    }
  }
}

package amends.promises;

import amends.shared.Sql;
import amends.time.Bell;
import amends.time.Rung;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Last bell: what is still owed is broken, visibly, and escalates to the lead of the team. */
@Component
final class DueBell implements Bell {
  private final JdbcClient sql;
  private final Guard guard;
  private final ApplicationEventPublisher events;

  DueBell(JdbcClient sql, Guard guard, ApplicationEventPublisher events) {
    this.sql = sql;
    this.guard = guard;
    this.events = events;
  }

  @Override
  public String name() {
    return Guard.DUE;
  }

  @Override
  public void ring(List<Rung> due, Instant now) {
    List<Promise> broken =
        sql.sql(
                "update promise set broken_at = :now, escalated_at = :now where id = any(:ids) and due_at <= :now and "
                    + PromiseRows.OWED
                    + " returning *")
            .param("now", Sql.at(now))
            .param("ids", due.stream().map(r -> r.guards().id()).toArray(Long[]::new))
            .query(PromiseRows.PROMISE)
            .list();
    guard.noteAll("promise.broken", broken);
    if (!broken.isEmpty()) {
      events.publishEvent(new PromisesBroken(broken));
    }
  }
}

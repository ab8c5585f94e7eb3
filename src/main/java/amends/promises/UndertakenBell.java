package amends.promises;

import amends.shared.Actor;
import amends.shared.Sql;
import amends.time.Bell;
import amends.time.Rung;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was undertaken was due and nobody has said that it was done: what rests on it is in danger.
 */
@Component
final class UndertakenBell implements Bell {
  private final JdbcClient sql;
  private final UndertakingGuard guard;
  private final Risks risks;

  UndertakenBell(JdbcClient sql, UndertakingGuard guard, Risks risks) {
    this.sql = sql;
    this.guard = guard;
    this.risks = risks;
  }

  @Override
  public String name() {
    return UndertakingGuard.DUE;
  }

  @Override
  public void ring(List<Rung> due, Instant now) {
    List<Undertaking> slipped =
        sql.sql(
                """
                update undertaking set slipped_at = coalesce(slipped_at, :now)
                where id = any(:ids) and accepted_at is not null and due_at <= :now and %s returning *
                """
                    .formatted(UndertakingRows.OPEN))
            .param("now", Sql.at(now))
            .param("ids", due.stream().map(r -> r.guards().id()).toArray(Long[]::new))
            .query(UndertakingRows.UNDERTAKING)
            .list();
    if (slipped.isEmpty()) {
      return;
    }
    guard.slipped(slipped, Actor.SYSTEM);
    slipped.forEach(u -> risks.restingOn(u.id(), "", Actor.SYSTEM));
  }
}

package amends.cases;

import amends.journal.Journal;
import amends.promises.Owner;
import amends.promises.Promises;
import amends.shared.Actor;
import amends.staff.PersonLeft;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A colleague has left: the team answers for what that person owned, from the same moment on. */
@Component
final class Leavers {
  private final JdbcClient sql;
  private final Promises promises;
  private final Journal journal;

  Leavers(JdbcClient sql, Promises promises, Journal journal) {
    this.sql = sql;
    this.promises = promises;
    this.journal = journal;
  }

  private record Left(long id, long teamId) {}

  @EventListener
  void on(PersonLeft event) {
    List<Left> cases =
        sql.sql(
                """
                update amends_case set owner_id = null, owned_at = null
                where owner_id = :person and closed_at is null returning id, team_id
                """)
            .param("person", event.personId())
            .query((rs, n) -> new Left(rs.getLong("id"), rs.getLong("team_id")))
            .list();
    for (Left left : cases) {
      promises.handOver(Case.subject(left.id()), Owner.team(left.teamId()));
      journal.record(
          "case.left_to_team",
          Case.subject(left.id()),
          Actor.SYSTEM,
          Map.of("team", left.teamId()));
    }
  }
}

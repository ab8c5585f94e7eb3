package amends.promises;

import amends.shared.Sql;
import amends.time.Bell;
import amends.time.Rung;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Nobody has said whether they do it: whoever asked hears so, and asks somebody else in time. */
@Component
final class AnswerBell implements Bell {
  private final JdbcClient sql;
  private final UndertakingGuard guard;

  AnswerBell(JdbcClient sql, UndertakingGuard guard) {
    this.sql = sql;
    this.guard = guard;
  }

  @Override
  public String name() {
    return UndertakingGuard.ANSWER;
  }

  @Override
  public void ring(List<Rung> due, Instant now) {
    List<Undertaking> silent =
        sql.sql(
                """
                update undertaking set unanswered_at = :now
                where id = any(:ids) and accepted_at is null and %s returning *
                """
                    .formatted(UndertakingRows.OPEN))
            .param("now", Sql.at(now))
            .param("ids", due.stream().map(r -> r.guards().id()).toArray(Long[]::new))
            .query(UndertakingRows.UNDERTAKING)
            .list();
    if (!silent.isEmpty()) {
      guard.unanswered(silent);
    }
  }
}

package amends.portal;

import amends.cases.Case;
import amends.cases.ContactWishes;
import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.ReadMemory;
import amends.shared.Refusal;
import amends.shared.Sql;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often customers want to hear from us. What was promised is told in any case. */
@Component
final class Wishes implements ContactWishes {
  static final String PROMISED = "promised";
  static final String CHANGES = "changes";

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Journal journal;
  private final ReadMemory<Long, Optional<Instant>> read = new ReadMemory<>();

  Wishes(JdbcClient sql, InstantSource clock, Journal journal) {
    this.sql = sql;
    this.clock = clock;
    this.journal = journal;
  }

  String rhythm(long caseId) {
    return sql.sql("select rhythm from portal_wish where case_id = :case")
        .param("case", caseId)
        .query(String.class)
        .optional()
        .orElse(PROMISED);
  }

  @Override
  public Optional<Instant> onlyChangesSince(long caseId) {
    return read.of(
        caseId,
        one ->
            sql.sql("select said_at from portal_wish where case_id = :case and rhythm = :changes")
                .param("case", one)
                .param("changes", CHANGES)
                .query((rs, n) -> Sql.instant(rs, "said_at"))
                .optional());
  }

  /**
   * @return whether they had chosen otherwise before
   */
  boolean say(long caseId, String rhythm, Actor by) {
    if (!rhythm.equals(PROMISED) && !rhythm.equals(CHANGES)) {
      throw new Refusal("rhythm", "portal.refusal.rhythm");
    }
    if (rhythm.equals(rhythm(caseId))) {
      return false;
    }
    sql.sql(
            """
            insert into portal_wish (case_id, rhythm, said_at, by_kind, by_id)
            values (:case, :rhythm, :now, :byKind, :byId)
            on conflict (case_id) do update set rhythm = excluded.rhythm,
              said_at = excluded.said_at, by_kind = excluded.by_kind, by_id = excluded.by_id
            """)
        .param("case", caseId)
        .param("rhythm", rhythm)
        .param("now", Sql.at(clock.instant()))
        .param("byKind", by.kind())
        .param("byId", by.id())
        .update();
    journal.record("portal.rhythm_" + rhythm, Case.subject(caseId), by, Map.of("rhythm", rhythm));
    return true;
  }
}

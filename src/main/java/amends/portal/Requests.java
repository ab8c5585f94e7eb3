package amends.portal;

import amends.cases.Case;
import amends.cases.CustomerSide;
import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customers asked for: a call at a moment, somebody who speaks for them. */
@Component
final class Requests {
  private static final int MOST_OPEN = 3;
  private static final String COLUMNS =
      "select id, case_id, kind, at, words, asked_at, decision, why from portal_request ";

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Journal journal;
  private final CustomerSide customerSide;

  Requests(JdbcClient sql, InstantSource clock, Journal journal, CustomerSide customerSide) {
    this.sql = sql;
    this.clock = clock;
    this.journal = journal;
    this.customerSide = customerSide;
  }

  List<Request> of(long caseId) {
    return sql.sql(COLUMNS + "where case_id = :case order by id")
        .param("case", caseId)
        .query(Requests::read)
        .list();
  }

  /** An answer is owed for it, as for a letter. What waits already is not asked for twice. */
  void ask(long caseId, String kind, @Nullable Instant at, String words, Actor by) {
    List<Request> waiting = of(caseId).stream().filter(Request::open).toList();
    if (waiting.stream()
        .anyMatch(r ->
            r.kind().equals(kind)
                && Objects.equals(r.at(), at)
                && r.words().equals(words.strip()))) {
      return;
    }
    if (waiting.size() >= MOST_OPEN) {
      throw new Refusal("", "portal.refusal.asked-enough");
    }
    long id =
        sql.sql(
                """
                insert into portal_request (case_id, kind, at, words, asked_at, asked_by_kind, asked_by_id)
                values (:case, :kind, :at, :words, :now, :byKind, :byId) returning id
                """)
            .param("case", caseId)
            .param("kind", kind)
            .param("at", Sql.atOrNull(at))
            .param("words", words.strip())
            .param("now", Sql.at(clock.instant()))
            .param("byKind", by.kind())
            .param("byId", by.id())
            .query(Long.class)
            .single();
    journal.record("portal." + kind + "_asked", Case.subject(caseId), by, Map.of("request", id));
    customerSide.asked(caseId, by);
  }

  /** Takes the row, so that two who decide at once follow each other. */
  Request lockOpen(long caseId, long id) {
    Request found =
        sql.sql(COLUMNS + "where id = :id and case_id = :case for update")
            .param("id", id)
            .param("case", caseId)
            .query(Requests::read)
            .optional()
            .orElseThrow(() -> new NotFound(Subject.of("request", id)));
    if (!found.open()) {
      throw new Refusal("", "portal.refusal.decided");
    }
    return found;
  }

  void decide(
      Request request, String decision, @Nullable String why, @Nullable Long promise, Actor by) {
    sql.sql(
            """
            update portal_request set decided_at = :now, decided_by = :by, decision = :decision,
              why = :why, promise_id = :promise
            where id = :id
            """)
        .param("now", Sql.at(clock.instant()))
        .param("by", by.id())
        .param("decision", decision)
        .param("why", why)
        .param("promise", promise)
        .param("id", request.id())
        .update();
    journal.record(
        "portal." + request.kind() + "_" + decision,
        Case.subject(request.caseId()),
        by,
        Map.of("request", request.id()));
  }

  private static Request read(ResultSet rs, int n) throws SQLException {
    return new Request(
        rs.getLong("id"),
        rs.getLong("case_id"),
        rs.getString("kind"),
        Sql.instantOrNull(rs, "at"),
        rs.getString("words"),
        Sql.instant(rs, "asked_at"),
        rs.getString("decision"),
        rs.getString("why"));
  }
}

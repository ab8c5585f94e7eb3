package amends.portal;

import amends.cases.Case;
import amends.cases.CustomerSide;
import amends.journal.Journal;
import amends.promises.Promise;
import amends.promises.Promises;
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
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customers asked for: a call at a moment, somebody who speaks for them. */
@Component
final class Requests {
  private static final int MOST_OPEN = 3;
  private static final String COLUMNS =
      """
      select id, case_id, kind, at, words, asked_at, decision, why, rep_name, rep_reach, rep_scope,
        answer_id from portal_request\
      """
          + " ";

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Journal journal;
  private final CustomerSide customerSide;
  private final Promises promises;

  Requests(
      JdbcClient sql,
      InstantSource clock,
      Journal journal,
      CustomerSide customerSide,
      Promises promises) {
    this.sql = sql;
    this.clock = clock;
    this.journal = journal;
    this.customerSide = customerSide;
    this.promises = promises;
  }

  /** What is asked for. Fields as in {@link Request}. */
  record Wanted(String kind, @Nullable Instant at, String words, Request.@Nullable Named named) {
    boolean same(Request other) {
      return other.kind().equals(kind)
          && Objects.equals(other.at(), at)
          && other.words().equals(words.strip());
    }
  }

  List<Request> of(long caseId) {
    return sql.sql(COLUMNS + "where case_id = :case order by id")
        .param("case", caseId)
        .query(Requests::read)
        .list();
  }

  /** An answer is owed for it, as for a letter. What waits already is not asked for twice. */
  void ask(long caseId, Wanted wanted, Actor by) {
    List<Request> waiting = of(caseId).stream().filter(Request::open).toList();
    if (waiting.stream().anyMatch(wanted::same)) {
      return;
    }
    if (waiting.size() >= MOST_OPEN) {
      throw new Refusal("", "portal.refusal.asked-enough");
    }
    long id = insert(caseId, wanted, by);
    journal.record(
        "portal." + wanted.kind() + "_asked", Case.subject(caseId), by, Map.of("request", id));
    Set<Long> before = answers(caseId);
    customerSide.asked(caseId, by);
    answers(caseId).stream().filter(a -> !before.contains(a)).forEach(a -> answeredBy(id, a));
  }

  private long insert(long caseId, Wanted wanted, Actor by) {
    Request.Named named = wanted.named();
    return sql.sql(
            """
            insert into portal_request (case_id, kind, at, words, asked_at, asked_by_kind, asked_by_id,
              rep_name, rep_reach, rep_scope)
            values (:case, :kind, :at, :words, :now, :byKind, :byId, :name, :reach, :scope)
            returning id
            """)
        .param("case", caseId)
        .param("kind", wanted.kind())
        .param("at", Sql.atOrNull(wanted.at()))
        .param("words", wanted.words().strip())
        .param("now", Sql.at(clock.instant()))
        .param("byKind", by.kind())
        .param("byId", by.id())
        .param("name", named == null ? null : named.name())
        .param("reach", named == null ? null : named.reach())
        .param("scope", named == null ? null : named.scope())
        .query(Long.class)
        .single();
  }

  private Set<Long> answers(long caseId) {
    return promises.about(Case.subject(caseId)).stream()
        .filter(p -> p.kind() == Promise.Kind.ANSWER)
        .map(Promise::id)
        .collect(Collectors.toSet());
  }

  private void answeredBy(long request, long answer) {
    sql.sql("update portal_request set answer_id = :answer where id = :id")
        .param("answer", answer)
        .param("id", request)
        .update();
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
        rs.getString("why"),
        named(rs),
        Sql.longOrNull(rs, "answer_id"));
  }

  private static Request.@Nullable Named named(ResultSet rs) throws SQLException {
    String name = rs.getString("rep_name");
    return name == null
        ? null
        : new Request.Named(name, rs.getString("rep_reach"), rs.getString("rep_scope"));
  }
}

package amends.cases;

import amends.cases.Filed.Kind;
import amends.customers.Channel;
import amends.shared.Sql;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what people wrote down in a case: one statement for each kind. */
@Component
final class CaseRecords {
  private final JdbcClient sql;
  private final WaitRows waits;
  private final Filed filed;

  CaseRecords(JdbcClient sql, WaitRows waits, Filed filed) {
    this.sql = sql;
    this.waits = waits;
    this.filed = filed;
  }

  CaseFile.Told told(long caseId) {
    return new CaseFile.Told(
        statements(caseId),
        notes(caseId),
        calls(caseId),
        handovers(caseId),
        routed(caseId),
        harms(caseId),
        past(caseId),
        heldUntil(caseId));
  }

  CaseFile.Ended ended(long caseId) {
    return new CaseFile.Ended(
        settlements(caseId), followUps(caseId), closures(caseId), reopenings(caseId));
  }

  List<CaseFile.Wait> waits(long caseId) {
    return filed.list(caseId, () -> waits.of(caseId), Kind.WAIT);
  }

  private List<CaseFile.Statement> statements(long caseId) {
    return all(
        Kind.STATEMENT,
        "select *, coalesce(taken_by, -taken_by_token) as teller from statement where case_id = :case order by taken_at, id",
        caseId,
        (rs, n) ->
            new CaseFile.Statement(
                rs.getString("side"),
                rs.getString("who"),
                rs.getString("words"),
                Sql.longOrNull(rs, "message_id"),
                Sql.longOrNull(rs, "teller"),
                Sql.instant(rs, "taken_at")));
  }

  private List<CaseFile.Note> notes(long caseId) {
    return all(
        Kind.NOTE,
        "select *, coalesce(written_by, -written_by_token) as writer from note where case_id = :case order by written_at, id",
        caseId,
        (rs, n) ->
            new CaseFile.Note(
                rs.getString("words"), rs.getLong("writer"), Sql.instant(rs, "written_at")));
  }

  private List<CaseFile.Call> calls(long caseId) {
    return all(
        Kind.CALL,
        "select *, coalesce(made_by, -made_by_token) as maker from call where case_id = :case order by made_at, id",
        caseId,
        (rs, n) ->
            new CaseFile.Call(
                rs.getString("direction"),
                rs.getObject("minutes", Integer.class),
                rs.getString("words"),
                rs.getLong("maker"),
                Sql.instant(rs, "made_at")));
  }

  private List<CaseFile.Handover> handovers(long caseId) {
    return all(
        Kind.HANDOVER,
        "select *, coalesce(by_person, -by_token) as giver from handover where case_id = :case order by at, id",
        caseId,
        (rs, n) ->
            new CaseFile.Handover(
                Sql.longOrNull(rs, "to_person"),
                rs.getLong("to_team"),
                rs.getString("words"),
                rs.getLong("giver"),
                Sql.instant(rs, "at")));
  }

  private List<CaseFile.Routed> routed(long caseId) {
    return all(
        Kind.ROUTED,
        "select * from case_routing where case_id = :case order by at, id",
        caseId,
        (rs, n) ->
            new CaseFile.Routed(
                rs.getString("rule_name"),
                rs.getLong("team_id"),
                Sql.longOrNull(rs, "person_id"),
                rs.getString("skill_name"),
                rs.getString("why"),
                rs.getInt("open_cases"),
                rs.getInt("due_soon"),
                Sql.instant(rs, "at")));
  }

  private List<Harm.Report> harms(long caseId) {
    return all(
        Kind.HARM,
        "select * from harm_report where case_id = :case and reported_by is not null order by id",
        caseId,
        Harms::row);
  }

  private CaseFile.@Nullable Past past(long caseId) {
    if (!filed.any(caseId, Kind.PAST)) {
      return null;
    }
    return sql.sql("select * from past_matter where case_id = :case")
        .param("case", caseId)
        .query((rs, n) ->
            new CaseFile.Past(
                rs.getString("source"),
                rs.getString("number"),
                rs.getString("stood"),
                Sql.instant(rs, "brought_at"),
                pastWords(caseId)))
        .optional()
        .orElse(null);
  }

  private List<PastWord> pastWords(long caseId) {
    return all(
        "select * from past_word where case_id = :case order by said_at, id",
        caseId,
        (rs, n) ->
            new PastWord(
                caseId,
                rs.getString("external_id"),
                rs.getString("side"),
                rs.getString("who"),
                rs.getString("words"),
                Sql.instant(rs, "said_at")));
  }

  private Map<Long, Instant> heldUntil(long caseId) {
    Map<Long, Instant> until = new HashMap<>();
    sql.sql(
            """
            select h.inbound_id, h.decided_at from messages_v_message m
            join messages_v_held h on h.inbound_id = m.inbound_id
            where m.about_kind = 'case' and m.about_id = :case
              and h.decision in ('opened', 'attached')
            """)
        .param("case", caseId)
        .query(rs -> {
          until.put(rs.getLong("inbound_id"), Sql.instant(rs, "decided_at"));
        });
    return until;
  }

  private List<CaseFile.Settlement> settlements(long caseId) {
    return all(
        Kind.SETTLEMENT,
        "select *, coalesce(settled_by, -settled_by_token) as settler from settlement where case_id = :case order by settled_at, id",
        caseId,
        (rs, n) ->
            new CaseFile.Settlement(
                Outcome.of(rs.getString("outcome")),
                rs.getString("done"),
                rs.getLong("settler"),
                Sql.instant(rs, "settled_at"),
                Sql.instantOrNull(rs, "undone_at"),
                channel(rs.getString("channel")),
                rs.getString("reasons"),
                rs.getString("turn_to"),
                rs.getString("forwarded_to")));
  }

  private List<CaseFile.FollowedUp> followUps(long caseId) {
    return all(
        Kind.FOLLOW_UP,
        "select *, coalesce(made_by, -made_by_token) as maker from follow_up where case_id = :case order by made_at, id",
        caseId,
        (rs, n) ->
            new CaseFile.FollowedUp(
                rs.getString("result"),
                rs.getString("words"),
                rs.getLong("maker"),
                Sql.instant(rs, "made_at")));
  }

  private List<CaseFile.Closed> closures(long caseId) {
    return all(
        Kind.CLOSURE,
        "select * from closure where case_id = :case order by closed_at, id",
        caseId,
        (rs, n) -> new CaseFile.Closed(rs.getString("how"), Sql.instant(rs, "closed_at")));
  }

  private List<CaseFile.Reopened> reopenings(long caseId) {
    return all(
        Kind.REOPENING,
        "select * from reopening where case_id = :case order by reopened_at, id",
        caseId,
        (rs, n) ->
            new CaseFile.Reopened(
                rs.getString("why"),
                rs.getString("by_kind"),
                rs.getLong("by_id"),
                Sql.instant(rs, "reopened_at")));
  }

  private static @Nullable Channel channel(@Nullable String code) {
    return code == null ? null : Channel.of(code);
  }

  private <T> List<T> all(Kind kind, String statement, long caseId, RowMapper<T> row) {
    return filed.list(caseId, () -> all(statement, caseId, row), kind);
  }

  private <T> List<T> all(String statement, long caseId, RowMapper<T> row) {
    return sql.sql(statement).param("case", caseId).query(row).list();
  }
}

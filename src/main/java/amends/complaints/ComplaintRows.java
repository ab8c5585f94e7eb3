package amends.complaints;

import amends.complaints.Complaint.Decision;
import amends.complaints.Complaint.Outcome;
import amends.complaints.Complaint.Received;
import amends.complaints.Complaint.Referral;
import amends.shared.Money;
import amends.shared.Sql;
import amends.staff.Viewer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Complaints and the letters about them, as they are stored. */
@Component
final class ComplaintRows {
  private static final String COMPLAINT =
      """
      select c.*, array(
        select u.regime from complaint_under u where u.complaint_id = c.id order by u.regime) as regimes
      from complaint c
      """;

  private final JdbcClient sql;

  ComplaintRows(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Complaint> of(long caseId) {
    return sql.sql(COMPLAINT + "where c.case_id = :case")
        .param("case", caseId)
        .query(ComplaintRows::complaint)
        .optional();
  }

  long insert(long caseId, Received received, Viewer by, Instant now) {
    long id =
        sql.sql(
                """
                insert into complaint (case_id, received_at, way, wants, eligible, vulnerable,
                  unmet_need, opened_by, opened_by_token, opened_at)
                values (:case, :received, :way, :wants, :eligible, :vulnerable, :unmet, :by, :token, :now)
                returning id
                """)
            .param("case", caseId)
            .param("received", Sql.at(received.at()))
            .param("way", received.way())
            .param("wants", received.wants())
            .param("eligible", received.eligible())
            .param("vulnerable", received.vulnerable())
            .param("unmet", received.unmetNeed())
            .param("by", by.personOrNull())
            .param("token", by.tokenOrNull())
            .param("now", Sql.at(now))
            .query(Long.class)
            .single();
    sql.sql(
            """
            insert into complaint_under (complaint_id, regime)
            select :id, r from unnest(cast(:regimes as text[])) as r
            """)
        .param("id", id)
        .param("regimes", received.regimes().toArray(String[]::new))
        .update();
    return id;
  }

  void investigator(long id, long person) {
    sql.sql("update complaint set investigator_id = :person where id = :id")
        .param("person", person)
        .param("id", id)
        .update();
  }

  void decide(long id, Outcome outcome, String findings, @Nullable Money redress, Instant now) {
    sql.sql(
            """
            update complaint set outcome = :outcome, findings = :findings, redress_minor = :minor,
              redress_currency = :currency, decided_at = :now where id = :id
            """)
        .param("outcome", outcome.code())
        .param("findings", findings)
        .param("minor", redress == null ? null : redress.minor())
        .param("currency", redress == null ? null : redress.currency())
        .param("now", Sql.at(now))
        .param("id", id)
        .update();
  }

  void accepted(long id, Instant now) {
    sql.sql("update complaint set accepted_at = :now where id = :id")
        .param("now", Sql.at(now))
        .param("id", id)
        .update();
  }

  void referred(long id, String to, String words, Instant now) {
    sql.sql(
            """
            update complaint set referred_to = :to, referred_words = :words,
              referred_at = coalesce(referred_at, :now) where id = :id
            """)
        .param("to", to)
        .param("words", words)
        .param("now", Sql.at(now))
        .param("id", id)
        .update();
  }

  void letter(long id, Letter letter, byte[] sha256) {
    sql.sql(
            """
            insert into complaint_letter (complaint_id, kind, message_id, words_sha256, written_by,
              written_by_token, written_at)
            values (:id, :kind, :message, :sha256, :by, :token, :now)
            """)
        .param("id", id)
        .param("kind", letter.kind().code())
        .param("message", letter.messageId())
        .param("sha256", sha256)
        .param("by", letter.writtenBy() < 0 ? null : letter.writtenBy())
        .param("token", letter.writtenBy() < 0 ? -letter.writtenBy() : null)
        .param("now", Sql.at(letter.writtenAt()))
        .update();
  }

  List<Letter> letters(long id) {
    return sql.sql(
            """
            select kind, message_id, coalesce(written_by, -written_by_token) as written_by, written_at
            from complaint_letter
            where complaint_id = :id order by id
            """)
        .param("id", id)
        .query((rs, n) ->
            new Letter(
                LetterKind.of(rs.getString("kind")).orElseThrow(),
                rs.getLong("message_id"),
                rs.getLong("written_by"),
                Sql.instant(rs, "written_at")))
        .list();
  }

  private static Complaint complaint(ResultSet rs, int n) throws SQLException {
    Array regimes = rs.getArray("regimes");
    return new Complaint(
        rs.getLong("id"),
        rs.getLong("case_id"),
        Sql.instant(rs, "received_at"),
        rs.getString("way"),
        rs.getString("wants"),
        rs.getString("eligible"),
        rs.getBoolean("vulnerable"),
        rs.getBoolean("unmet_need"),
        List.of((String[]) regimes.getArray()),
        Sql.longOrNull(rs, "investigator_id"),
        decision(rs),
        Sql.instantOrNull(rs, "accepted_at"),
        referral(rs));
  }

  private static @Nullable Decision decision(ResultSet rs) throws SQLException {
    Instant at = Sql.instantOrNull(rs, "decided_at");
    if (at == null) {
      return null;
    }
    Long minor = Sql.longOrNull(rs, "redress_minor");
    return new Decision(
        Outcome.valueOf(rs.getString("outcome").toUpperCase(Locale.ROOT)),
        rs.getString("findings"),
        minor == null ? null : new Money(minor, rs.getString("redress_currency")),
        at);
  }

  private static @Nullable Referral referral(ResultSet rs) throws SQLException {
    Instant at = Sql.instantOrNull(rs, "referred_at");
    return at == null
        ? null
        : new Referral(rs.getString("referred_to"), rs.getString("referred_words"), at);
  }
}

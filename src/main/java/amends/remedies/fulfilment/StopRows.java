package amends.remedies.fulfilment;

import amends.shared.Sql;
import amends.shared.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stops as rows. */
@Component
final class StopRows {
  private static final String ALL =
      """
      select id, grant_id, way, reason, evidence, opened_at, opened_by, answer_until, promise_id,
        message_id, answered_at, answer, decided_at, decided_by, upheld, words, back_at
      from grant_stop
      """;

  private final JdbcClient sql;

  StopRows(JdbcClient sql) {
    this.sql = sql;
  }

  /** A stop about to be written. */
  record Fresh(
      long grantId,
      String way,
      Stop.Reason reason,
      String evidence,
      long by,
      Instant now,
      Instant answerUntil) {}

  long add(Fresh fresh) {
    return sql.sql(
            """
            insert into grant_stop (grant_id, way, reason, evidence, opened_at, opened_by,
              answer_until)
            values (:grant, :way, :reason, :evidence, :now, :by, :until) returning id
            """)
        .param("grant", fresh.grantId())
        .param("way", fresh.way())
        .param("reason", fresh.reason().code())
        .param("evidence", fresh.evidence())
        .param("now", Sql.at(fresh.now()))
        .param("by", fresh.by())
        .param("until", Sql.at(fresh.answerUntil()))
        .query(Long.class)
        .single();
  }

  void told(long id, long promise, @Nullable Long message) {
    sql.sql("update grant_stop set promise_id = :promise, message_id = :message where id = :id")
        .param("promise", promise)
        .param("message", message)
        .param("id", id)
        .update();
  }

  void answered(long id, String words, @Nullable Long by, Instant now) {
    sql.sql(
            """
            update grant_stop set answered_at = :now, answer = :words, answered_by = :by
            where id = :id
            """)
        .param("now", Sql.at(now))
        .param("words", words)
        .param("by", by)
        .param("id", id)
        .update();
  }

  /** It was thought that it had left, and has not, or it has come back: nothing is claimed back. */
  void neverLeft(long id) {
    sql.sql("update grant_stop set way = 'stop' where id = :id").param("id", id).update();
  }

  void decided(long id, boolean upheld, String words, long by, Instant now) {
    sql.sql(
            """
            update grant_stop set decided_at = :now, decided_by = :by, upheld = :upheld,
              words = :words
            where id = :id
            """)
        .param("now", Sql.at(now))
        .param("by", by)
        .param("upheld", upheld)
        .param("words", words)
        .param("id", id)
        .update();
  }

  void back(long id, String words, long by, Instant now) {
    sql.sql(
            "update grant_stop set back_at = :now, back_by = :by, back_words = :words where id = :id")
        .param("now", Sql.at(now))
        .param("by", by)
        .param("words", words)
        .param("id", id)
        .update();
  }

  /** The oldest first. */
  List<Stop> of(long grantId) {
    return sql.sql(ALL + " where grant_id = :grant order by id")
        .param("grant", grantId)
        .query(StopRows::read)
        .list();
  }

  /** Everything that was stopped in a matter, the oldest first. */
  List<Stop> about(Subject about) {
    return sql.sql(
            ALL
                + """
                where grant_id in (
                  select id from remedy_grant where subject_kind = :kind and subject_id = :id)
                order by id
                """)
        .param("kind", about.kind())
        .param("id", about.id())
        .query(StopRows::read)
        .list();
  }

  boolean asks(long message) {
    return sql.sql("select exists (select from grant_stop where message_id = :message)")
        .param("message", message)
        .query(Boolean.class)
        .single();
  }

  Optional<Stop> open(long grantId) {
    return sql.sql(ALL + " where grant_id = :grant and decided_at is null for update")
        .param("grant", grantId)
        .query(StopRows::read)
        .optional();
  }

  /** Upheld and not back yet. */
  Optional<Stop> owedBack(long grantId) {
    return sql.sql(
            ALL
                + " where grant_id = :grant and way = 'reclaim' and upheld and back_at is null"
                + " for update")
        .param("grant", grantId)
        .query(StopRows::read)
        .optional();
  }

  private static Stop read(ResultSet rs, int n) throws SQLException {
    return new Stop(
        rs.getLong("id"),
        rs.getLong("grant_id"),
        rs.getString("way"),
        Stop.Reason.valueOf(rs.getString("reason").toUpperCase(Locale.ROOT)),
        rs.getString("evidence"),
        Sql.instant(rs, "opened_at"),
        rs.getLong("opened_by"),
        Sql.instant(rs, "answer_until"),
        Sql.longOrNull(rs, "promise_id"),
        Sql.longOrNull(rs, "message_id"),
        Sql.instantOrNull(rs, "answered_at"),
        rs.getString("answer"),
        Sql.instantOrNull(rs, "decided_at"),
        Sql.longOrNull(rs, "decided_by"),
        rs.getObject("upheld", Boolean.class),
        rs.getString("words"),
        Sql.instantOrNull(rs, "back_at"));
  }
}

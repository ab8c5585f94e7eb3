package amends.messages.broadcast;

import amends.customers.Purpose;
import amends.messages.broadcast.Broadcast.Going;
import amends.messages.broadcast.Broadcast.Ways;
import amends.messages.broadcast.Broadcast.Whom;
import amends.messages.broadcast.Broadcast.Words;
import amends.shared.Actor;
import amends.shared.NotFound;
import amends.shared.Sql;
import amends.shared.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of broadcasts. */
@Component
final class BroadcastRows {
  private final JdbcClient sql;

  BroadcastRows(JdbcClient sql) {
    this.sql = sql;
  }

  long insert(Words words, @Nullable Long corrects, Actor by, Instant now) {
    return sql.sql(
            """
            insert into broadcast (brand_id, purpose, ways, subject, body, corrects_id,
              made_by_kind, made_by_id, made_at)
            values (:brand, :purpose, :ways, :subject, :body, :corrects, :byKind, :byId, :now)
            returning id
            """)
        .param("brand", words.brandId())
        .param("purpose", words.purpose().code())
        .param("ways", words.ways().code())
        .param("subject", words.subject())
        .param("body", words.body())
        .param("corrects", corrects)
        .param("byKind", by.kind())
        .param("byId", by.id())
        .param("now", Sql.at(now))
        .query(Long.class)
        .single();
  }

  void write(long id, Words words) {
    sql.sql(
            """
            update broadcast set brand_id = :brand, purpose = :purpose, ways = :ways,
              subject = :subject, body = :body where id = :id
            """)
        .param("id", id)
        .param("brand", words.brandId())
        .param("purpose", words.purpose().code())
        .param("ways", words.ways().code())
        .param("subject", words.subject())
        .param("body", words.body())
        .update();
  }

  /**
   * @throws NotFound when there is none
   */
  Broadcast get(long id) {
    return one(id, "");
  }

  /** Whoever carries it meanwhile is waited for. */
  Broadcast lock(long id) {
    return one(id, " for update");
  }

  private Broadcast one(long id, String lock) {
    return sql.sql("select * from broadcast where id = :id" + lock)
        .param("id", id)
        .query(BroadcastRows::broadcast)
        .optional()
        .orElseThrow(() -> new NotFound(Subject.of("broadcast", id)));
  }

  /** The newest first. */
  List<Broadcast> newest(@Nullable Long before, int most) {
    return sql.sql(
            """
            select * from broadcast where id < coalesce(:before, 9223372036854775807)
            order by id desc limit :most
            """)
        .param("before", before, java.sql.Types.BIGINT)
        .param("most", most)
        .query(BroadcastRows::broadcast)
        .list();
  }

  void start(long id, Actor by, Instant now, Instant leavesAt, String wholeText) {
    sql.sql(
            """
            with said as (
              insert into message (direction, channel, about_kind, about_id, customer_id, brand_id,
                author_kind, author_id, address, name, subject, body, reply_text, kind, automatic,
                rfc_id, occurred_at, nothing_more, purpose, onward)
              select 'out', case ways when 'sms' then 'sms' else 'email' end, 'broadcast', id, 0,
                brand_id, :byKind, :byId, '', '', subject, :body, '', 'broadcast', false,
                'broadcast ' || id, :now, true, purpose, true
              from broadcast where id = :id returning id)
            update broadcast set message_id = (select id from said), started_at = :now,
              started_by_kind = :byKind, started_by_id = :byId, leaves_at = :leaves
            where id = :id
            """)
        .param("id", id)
        .param("byKind", by.kind())
        .param("byId", by.id())
        .param("body", wholeText)
        .param("now", Sql.at(now))
        .param("leaves", Sql.at(leavesAt))
        .update();
  }

  void pause(long id, Instant now) {
    moment(id, "update broadcast set paused_at = :now where id = :id", now);
  }

  void resume(long id) {
    sql.sql("update broadcast set paused_at = null where id = :id").param("id", id).update();
  }

  void cancel(long id, Instant now) {
    moment(id, "update broadcast set cancelled_at = :now where id = :id", now);
  }

  /** The whole part that has not left yet, at once. */
  void supersede(long id, Instant now) {
    moment(
        id,
        """
        update broadcast set superseded_at = :now
        where id = :id and ended_at is null and superseded_at is null and cancelled_at is null
        """,
        now);
  }

  void expanded(long id, Instant now) {
    moment(id, "update broadcast set expanded_at = :now where id = :id", now);
  }

  void ended(long id, Instant now) {
    moment(id, "update broadcast set ended_at = :now where id = :id and ended_at is null", now);
  }

  private void moment(long id, String statement, Instant now) {
    sql.sql(statement).param("id", id).param("now", Sql.at(now)).update();
  }

  private static Broadcast broadcast(ResultSet rs, int n) throws SQLException {
    return new Broadcast(
        rs.getLong("id"),
        new Words(
            rs.getLong("brand_id"),
            Purpose.of(rs.getString("purpose")),
            Ways.valueOf(rs.getString("ways").toUpperCase(Locale.ROOT)),
            rs.getString("subject"),
            rs.getString("body")),
        new Actor(rs.getString("made_by_kind"), rs.getLong("made_by_id")),
        Sql.instant(rs, "made_at"),
        Sql.longOrNull(rs, "corrects_id"),
        whom(rs),
        going(rs));
  }

  private static @Nullable Whom whom(ResultSet rs) throws SQLException {
    return rs.getObject("list_asked_at") == null
        ? null
        : new Whom(
            rs.getString("audience"),
            Sql.instantOrNull(rs, "frozen_at"),
            rs.getInt("people"),
            rs.getInt("reachable"));
  }

  private static @Nullable Going going(ResultSet rs) throws SQLException {
    Long message = Sql.longOrNull(rs, "message_id");
    return message == null
        ? null
        : new Going(
            message,
            Sql.instant(rs, "started_at"),
            Sql.instant(rs, "leaves_at"),
            Sql.instantOrNull(rs, "expanded_at"),
            Sql.instantOrNull(rs, "paused_at"),
            Sql.instantOrNull(rs, "superseded_at"),
            Sql.instantOrNull(rs, "cancelled_at"),
            Sql.instantOrNull(rs, "ended_at"));
  }
}

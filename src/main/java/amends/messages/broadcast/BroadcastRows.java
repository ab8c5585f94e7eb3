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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
            insert into broadcast (brand_id, purpose, ways, subject, body, next_words, next_due_at,
              earlier_id, earlier_how, corrects_id, made_by_kind, made_by_id, made_at)
            values (:brand, :purpose, :ways, :subject, :body, :next, :due, :earlier, :how, :corrects,
              :byKind, :byId, :now)
            returning id
            """)
        .params(params(words))
        .param("corrects", corrects)
        .param("byKind", by.kind())
        .param("byId", by.id())
        .param("now", Sql.at(now))
        .query(Long.class)
        .single();
  }

  /** The correction of this one that is written or under way. */
  Optional<Long> correction(long of) {
    return sql.sql(
            """
            select id from broadcast where corrects_id = :of and cancelled_at is null
            order by id limit 1
            """)
        .param("of", of)
        .query(Long.class)
        .optional();
  }

  void write(long id, Words words) {
    sql.sql(
            """
            update broadcast set brand_id = :brand, purpose = :purpose, ways = :ways,
              subject = :subject, body = :body, next_words = :next, next_due_at = :due,
              earlier_id = :earlier, earlier_how = :how where id = :id
            """)
        .param("id", id)
        .params(params(words))
        .update();
  }

  private static Map<String, @Nullable Object> params(Words words) {
    After.Given given = words.after().given();
    After.Earlier earlier = words.after().earlier();
    Map<String, @Nullable Object> params = new HashMap<>();
    params.put("brand", words.brandId());
    params.put("purpose", words.purpose().code());
    params.put("ways", words.ways().code());
    params.put("subject", words.subject());
    params.put("body", words.body());
    params.put("next", given == null ? null : given.words());
    params.put("due", given == null ? null : Sql.at(given.dueAt()));
    params.put("earlier", earlier == null ? null : earlier.broadcastId());
    params.put("how", earlier == null ? null : earlier.how().code());
    return params;
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

  /** Whose word it is. */
  void answers(long id, long team) {
    sql.sql("update broadcast set next_team_id = :team where id = :id")
        .param("id", id)
        .param("team", team)
        .update();
  }

  void start(long id, Actor by, Instant now, Instant leavesAt, String wholeText) {
    sql.sql(
            """
            with said as (
              insert into message (direction, channel, about_kind, about_id, customer_id, brand_id,
                author_kind, author_id, address, name, subject, body, reply_text, kind, automatic,
                rfc_id, occurred_at, next_words, next_due_at, nothing_more, purpose, onward)
              select 'out', case when ways in ('sms', 'letter', 'phone') then ways else 'email' end, 'broadcast', id, 0,
                brand_id, :byKind, :byId, '', '', subject, :body, '', 'broadcast', false,
                'broadcast ' || id, :now, next_words, next_due_at, next_words is null, purpose, true
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
            rs.getString("body"),
            after(rs)),
        new Actor(rs.getString("made_by_kind"), rs.getLong("made_by_id")),
        Sql.instant(rs, "made_at"),
        Sql.longOrNull(rs, "corrects_id"),
        whom(rs),
        going(rs));
  }

  private static After after(ResultSet rs) throws SQLException {
    String words = rs.getString("next_words");
    String how = rs.getString("earlier_how");
    return new After(
        words == null ? null : new After.Given(words, Sql.instant(rs, "next_due_at")),
        how == null
            ? null
            : new After.Earlier(
                rs.getLong("earlier_id"), After.How.valueOf(how.toUpperCase(Locale.ROOT))));
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

package amends.messages.social;

import amends.messages.social.PublicPost.Kind;
import amends.messages.social.PublicPost.Step;
import amends.messages.social.PublicPost.Words;
import amends.shared.Actor;
import amends.shared.NotFound;
import amends.shared.Sql;
import amends.shared.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of posts in public. */
@Component
final class PublicPostRows {
  private final JdbcClient sql;

  PublicPostRows(JdbcClient sql) {
    this.sql = sql;
  }

  long insert(Words words, Actor by, Instant now) {
    return sql.sql(
            """
            insert into public_post (brand_id, connection_id, body, listed, broadcast_id, made_at,
              written_by_kind, written_by_id)
            values (:brand, :connection, :body, :listed, :broadcast, :now, :byKind, :byId)
            returning id
            """)
        .param("brand", words.brandId())
        .param("connection", words.connectionId())
        .param("body", words.body())
        .param("listed", words.listed())
        .param("broadcast", words.broadcastId())
        .param("now", Sql.at(now))
        .param("byKind", by.kind())
        .param("byId", by.id())
        .query(Long.class)
        .single();
  }

  void write(long id, Words words, Actor by) {
    sql.sql(
            """
            update public_post set brand_id = :brand, connection_id = :connection, body = :body,
              listed = :listed, broadcast_id = :broadcast, written_by_kind = :byKind,
              written_by_id = :byId, hurried_at = null, hurried_by = null, hurried_why = null
            where id = :id
            """)
        .param("id", id)
        .param("brand", words.brandId())
        .param("connection", words.connectionId())
        .param("body", words.body())
        .param("listed", words.listed())
        .param("broadcast", words.broadcastId())
        .param("byKind", by.kind())
        .param("byId", by.id())
        .update();
  }

  /**
   * @param by null to make it a draft again
   */
  void release(long id, @Nullable Actor by, @Nullable Instant now) {
    sql.sql(
            """
            update public_post set released_at = :now, released_by_kind = :byKind,
              released_by_id = :byId
            where id = :id
            """)
        .param("id", id)
        .param("now", Sql.atOrNull(now))
        .param("byKind", by == null ? null : by.kind())
        .param("byId", by == null ? null : by.id())
        .update();
  }

  void hurry(long id, String why, long by, Instant now) {
    sql.sql(
            """
            update public_post set hurried_at = :now, hurried_by = :by, hurried_why = :why
            where id = :id
            """)
        .param("id", id)
        .param("now", Sql.at(now))
        .param("by", by)
        .param("why", why)
        .update();
  }

  void lay(PublicPost post, Kind kind, @Nullable String body, Actor by, Instant now, Instant from) {
    sql.sql(
            """
            insert into public_post_step (post_id, connection_id, kind, body, by_kind, by_id,
              asked_at, ready_at)
            values (:post, :connection, :kind, :body, :byKind, :byId, :now, :from)
            """)
        .param("post", post.id())
        .param("connection", post.words().connectionId())
        .param("kind", kind.code())
        .param("body", body)
        .param("byKind", by.kind())
        .param("byId", by.id())
        .param("now", Sql.at(now))
        .param("from", Sql.at(from))
        .update();
  }

  /**
   * The network has not heard of it: nothing of it is left.
   *
   * @return false when somebody has it in hand, or it may have been heard
   */
  boolean takeBack(long step, Instant now) {
    return sql.sql(
                """
                delete from public_post_step
                where id = :id and done_at is null and tried_at is null
                  and (leased_until is null or leased_until <= :now)
                """)
            .param("id", step)
            .param("now", Sql.at(now))
            .update()
        == 1;
  }

  /** Nothing was tried: it waits for others. */
  void waitsOn(long step) {
    sql.sql("update public_post_step set attempts = 0 where id = :id and tried_at is null")
        .param("id", step)
        .update();
  }

  void triedSince(long step, @Nullable Instant since) {
    sql.sql("update public_post_step set tried_at = :since where id = :id")
        .param("id", step)
        .param("since", Sql.atOrNull(since))
        .update();
  }

  @Nullable Instant triedSince(long step) {
    return sql.sql("select tried_at from public_post_step where id = :id")
        .param("id", step)
        .query((rs, n) -> new Tried(Sql.instantOrNull(rs, "tried_at")))
        .single()
        .at();
  }

  private record Tried(@Nullable Instant at) {}

  /** The post that a step belongs to. */
  long ofStep(long step) {
    return sql.sql("select post_id from public_post_step where id = :id")
        .param("id", step)
        .query(Long.class)
        .single();
  }

  PublicPost get(long id) {
    return read("id = :id", Map.of("id", id), 1).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound(Subject.of("public_post", id)));
  }

  /** Whoever changes it, or does something with it on the network, waits for whoever does now. */
  PublicPost lock(long id) {
    sql.sql("select id from public_post where id = :id for update")
        .param("id", id)
        .query(Long.class)
        .optional();
    return get(id);
  }

  List<PublicPost> newest(@Nullable Long before, int most) {
    return before == null
        ? read("true", Map.of(), most)
        : read("id < :before", Map.of("before", before), most);
  }

  private List<PublicPost> read(String which, Map<String, ?> params, int most) {
    List<PublicPost> bare =
        sql.sql("select * from public_post where " + which + " order by id desc limit " + most)
            .params(params)
            .query((rs, n) -> post(rs))
            .list();
    Map<Long, List<Step>> steps = steps(bare.stream().map(PublicPost::id).toArray(Long[]::new));
    return bare.stream()
        .map(p ->
            new PublicPost(
                p.id(),
                p.words(),
                p.madeAt(),
                p.writtenBy(),
                p.releasedAt(),
                p.hurriedAt(),
                steps.getOrDefault(p.id(), List.of())))
        .toList();
  }

  private static PublicPost post(ResultSet rs) throws SQLException {
    return new PublicPost(
        rs.getLong("id"),
        new Words(
            rs.getLong("brand_id"),
            rs.getLong("connection_id"),
            rs.getString("body"),
            rs.getBoolean("listed"),
            Sql.longOrNull(rs, "broadcast_id")),
        Sql.instant(rs, "made_at"),
        new Actor(rs.getString("written_by_kind"), rs.getLong("written_by_id")),
        Sql.instantOrNull(rs, "released_at"),
        Sql.instantOrNull(rs, "hurried_at"),
        List.of());
  }

  private record Of(long post, Step step) {}

  private Map<Long, List<Step>> steps(Long[] posts) {
    return sql
        .sql("select * from public_post_step where post_id = any(:posts) order by id")
        .param("posts", posts)
        .query((rs, n) -> new Of(rs.getLong("post_id"), step(rs)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(Of::post, Collectors.mapping(Of::step, Collectors.toList())));
  }

  private static Step step(ResultSet rs) throws SQLException {
    return new Step(
        rs.getLong("id"),
        Kind.valueOf(rs.getString("kind").toUpperCase(Locale.ROOT)),
        rs.getString("body"),
        new Actor(rs.getString("by_kind"), rs.getLong("by_id")),
        Sql.instant(rs, "asked_at"),
        Sql.instant(rs, "ready_at"),
        Sql.instantOrNull(rs, "leased_until"),
        rs.getInt("attempts"),
        Sql.instantOrNull(rs, "done_at"),
        rs.getBoolean("failed"),
        rs.getString("reference"),
        rs.getString("reply"),
        rs.getString("trouble"));
  }
}

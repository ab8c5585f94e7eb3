package amends.messages;

import amends.shared.Actor;
import amends.shared.ReadMemory;
import amends.shared.Sql;
import amends.shared.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads messages with their files and deliveries. */
@Component
final class MessageRows {
  private static final String COLUMNS =
      """
      select m.id, m.direction, m.channel, m.about_kind, m.about_id, m.customer_id, m.author_kind,
        m.author_id, m.address, m.name, m.subject, m.body, m.html is not null as has_html,
        m.reply_text, m.occurred_at, m.kind, m.next_words, m.next_due_at, m.next_promise_id,
        m.nothing_more, m.answers, m.inbound_id,
        coalesce(m.not_sent, case when not d.mass then d.suppressed_why end) as not_sent, d.id as delivery_id, d.accepted_at,
        d.failed_at, d.attempts, d.ambiguous_tries, coalesce(d.last_reply, '') as last_reply,
        d.delivered_at, d.ready_at as leaves_at, coalesce(d.channel, m.channel) as travels,
        coalesce(d.address, m.address) as reached, d.after_id, d.done_at, m.purpose,
        i.trust
      from message m left join lateral (
        select * from delivery l where l.message_id = m.id order by l.id desc limit 1) d on true
      left join inbound i on i.id = m.inbound_id
      """;

  /** What was taken back before it left was never said. */
  private static final String STANDS =
      " and m.not_sent is distinct from '" + TakingBack.REASON + "'";

  private final JdbcClient sql;
  private final Attachments attachments;
  private final ReadMemory<Subject, List<Message>> read = new ReadMemory<>();

  MessageRows(JdbcClient sql, Attachments attachments) {
    this.sql = sql;
    this.attachments = attachments;
  }

  List<Message> about(Subject subject) {
    return read.of(subject, this::ask);
  }

  private List<Message> ask(Subject subject) {
    Map<Long, List<Message.Attachment>> files = attachments.about(subject);
    return sql.sql(
            COLUMNS
                + " where m.about_kind = :kind and m.about_id = :id"
                + STANDS
                + " order by m.occurred_at, m.id")
        .param("kind", subject.kind())
        .param("id", subject.id())
        .query(mapper(files))
        .list();
  }

  List<Messages.Reply> replies(Subject subject) {
    return sql.sql(
            "select m.id, m.occurred_at, m.body from message m where m.about_kind = :kind"
                + " and m.about_id = :id and m.direction = 'out' and m.kind = 'reply'"
                + STANDS
                + " order by m.occurred_at, m.id")
        .param("kind", subject.kind())
        .param("id", subject.id())
        .query((rs, n) ->
            new Messages.Reply(
                rs.getLong("id"), Sql.instant(rs, "occurred_at"), rs.getString("body")))
        .list();
  }

  Optional<Message> find(long id) {
    Map<Long, List<Message.Attachment>> files = attachments.of(id);
    return sql.sql(COLUMNS + " where m.id = :id").param("id", id).query(mapper(files)).optional();
  }

  Optional<String> address(long deliveryId) {
    return sql.sql("select address from delivery where id = :id")
        .param("id", deliveryId)
        .query(String.class)
        .optional();
  }

  Optional<String> html(long id) {
    return sql.sql("select html from message where id = :id and html is not null")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  private static RowMapper<Message> mapper(Map<Long, List<Message.Attachment>> files) {
    return (rs, n) -> message(rs, files.getOrDefault(rs.getLong("id"), List.of()));
  }

  private static Message message(ResultSet rs, List<Message.Attachment> files) throws SQLException {
    return new Message(
        rs.getLong("id"),
        Direction.valueOf(rs.getString("direction").toUpperCase(Locale.ROOT)),
        rs.getString("travels"),
        Subject.of(rs.getString("about_kind"), rs.getLong("about_id")),
        rs.getLong("customer_id"),
        new Actor(rs.getString("author_kind"), rs.getLong("author_id")),
        rs.getString("reached"),
        rs.getString("name"),
        rs.getString("subject"),
        rs.getString("body"),
        rs.getBoolean("has_html"),
        rs.getString("reply_text"),
        Sql.instant(rs, "occurred_at"),
        kind(rs.getString("kind")),
        next(rs),
        Sql.longOrNull(rs, "answers"),
        Sql.longOrNull(rs, "inbound_id"),
        delivery(rs),
        rs.getString("not_sent"),
        files,
        Trust.of(rs.getString("trust")));
  }

  private static Outgoing.@Nullable Kind kind(@Nullable String word) {
    return word == null ? null : Outgoing.Kind.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static @Nullable Next next(ResultSet rs) throws SQLException {
    if (rs.getBoolean("nothing_more")) {
      return new Next.NothingMore();
    }
    String words = rs.getString("next_words");
    return words == null
        ? null
        : new Next.By(words, Sql.instant(rs, "next_due_at"), rs.getLong("next_promise_id"));
  }

  private static Message.@Nullable Delivery delivery(ResultSet rs) throws SQLException {
    Long id = Sql.longOrNull(rs, "delivery_id");
    return id == null
        ? null
        : new Message.Delivery(
            id,
            Sql.instantOrNull(rs, "accepted_at"),
            Sql.instantOrNull(rs, "failed_at"),
            rs.getInt("attempts"),
            rs.getInt("ambiguous_tries"),
            rs.getString("last_reply"),
            Sql.instantOrNull(rs, "delivered_at"),
            Sql.instant(rs, "leaves_at"),
            rs.getObject("done_at") != null,
            Sql.longOrNull(rs, "after_id"));
  }
}

package amends.messages;

import amends.messages.email.Calendars;
import amends.shared.Subject;
import amends.shared.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Attached files under random names. */
@Component
final class Attachments {
  private static final String FILES =
      """
      select a.message_id, a.id, a.link, a.name, a.type, a.size, a.inline,
        case when a.type = 'text/calendar' and a.size <= 65536 then
          (select b.content from blob b where b.sha256 = a.sha256) end as calendar
      from attachment a where %s order by a.id
      """;

  private final JdbcClient sql;
  private final Blobs blobs;
  private final Tokens tokens;

  Attachments(JdbcClient sql, Blobs blobs, Tokens tokens) {
    this.sql = sql;
    this.blobs = blobs;
    this.tokens = tokens;
  }

  void keep(long messageId, List<ReadMail.Attachment> files) {
    for (ReadMail.Attachment file : files) {
      byte[] sha256 = blobs.keep(file.bytes().get());
      insert(
          messageId,
          new Row(file.name(), file.type(), file.size(), file.contentId(), file.inline()),
          sha256);
    }
  }

  void keepRaw(long messageId, InboundRows.Raw raw) {
    insert(
        messageId,
        new Row("message.eml", "message/rfc822", raw.bytes().length, null, false),
        raw.sha256());
  }

  private record Row(
      String name, String type, long size, @Nullable String contentId, boolean inline) {}

  private void insert(long messageId, Row row, byte[] sha256) {
    sql.sql(
            """
            insert into attachment (link, message_id, name, type, size, content_id, inline, sha256)
            values (:link, :message, :name, :type, :size, :contentId, :inline, :sha256)
            """)
        .param("link", tokens.next())
        .param("message", messageId)
        .param("name", row.name())
        .param("type", row.type())
        .param("size", row.size())
        .param("contentId", row.contentId())
        .param("inline", row.inline())
        .param("sha256", sha256)
        .update();
  }

  /** By message. */
  Map<Long, List<Message.Attachment>> of(long messageId) {
    return found("a.message_id = :id", Map.of("id", messageId));
  }

  /** Of all messages about something, by message. */
  Map<Long, List<Message.Attachment>> about(Subject subject) {
    return found(
        "a.message_id in (select m.id from message m where m.about_kind = :kind and m.about_id = :id)",
        Map.of("kind", subject.kind(), "id", subject.id()));
  }

  private Map<Long, List<Message.Attachment>> found(String which, Map<String, ?> params) {
    Map<Long, List<Message.Attachment>> found = new HashMap<>();
    sql.sql(FILES.formatted(which))
        .params(params)
        .query(rs -> {
          found
              .computeIfAbsent(rs.getLong("message_id"), id -> new ArrayList<>())
              .add(
                  new Message.Attachment(
                      rs.getLong("id"),
                      rs.getString("link"),
                      rs.getString("name"),
                      rs.getString("type"),
                      rs.getLong("size"),
                      rs.getBoolean("inline"),
                      event(rs.getBytes("calendar"))));
        });
    return found;
  }

  private static @Nullable Invitation event(byte @Nullable [] calendar) {
    return calendar == null ? null : Calendars.read(calendar);
  }

  Optional<StoredFile> find(String link) {
    return sql.sql(
            """
            select a.name, a.type, a.message_id, m.about_kind, m.about_id, b.content
            from attachment a join message m on m.id = a.message_id join blob b on b.sha256 = a.sha256
            where a.link = :link
            """)
        .param("link", link)
        .query(StoredFile::of)
        .optional();
  }

  /** The picture that the HTML of a message shows in a place. */
  Optional<StoredFile> inline(long messageId, String contentId) {
    return sql.sql(
            """
            select a.name, a.type, a.message_id, m.about_kind, m.about_id, b.content
            from attachment a join message m on m.id = a.message_id join blob b on b.sha256 = a.sha256
            where a.message_id = :message and a.content_id = :contentId
            order by a.id limit 1
            """)
        .param("message", messageId)
        .param("contentId", contentId)
        .query(StoredFile::of)
        .optional();
  }
}

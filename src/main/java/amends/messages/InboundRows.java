package amends.messages;

import amends.messages.email.door.Caller;
import amends.messages.trust.Proof;
import amends.messages.trust.Weight;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.shared.WorkRows.Lease;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored mails, as they are read. */
@Component
final class InboundRows {
  static final long SMALL = 256 * 1024;

  /** What a row says of its mail once that has been read, with the types of these columns. */
  static final Map<String, String> RESULTS =
      Map.of(
          "filed_message_id",
          "bigint",
          "disposition",
          "text",
          "trust",
          "text",
          "proof",
          "text",
          "spf",
          "text");

  private static final String RAW =
      """
      select i.id, i.message_id, i.message_id_made, i.sha256, i.envelope_from, i.envelope_to,
        i.received_at, i.caller_address, i.caller_helo, b.content
      from inbound i join blob b on b.sha256 = i.sha256
      """;
  private static final RowMapper<Raw> RAW_ROW =
      (rs, n) ->
          new Raw(
              rs.getLong("id"),
              rs.getString("message_id"),
              rs.getBoolean("message_id_made"),
              rs.getBytes("sha256"),
              rs.getString("envelope_from"),
              texts(rs, "envelope_to"),
              Sql.instant(rs, "received_at"),
              rs.getBytes("content"),
              new Caller(text(rs, "caller_address"), text(rs, "caller_helo")),
              Weight.BLIND);

  private final JdbcClient sql;

  InboundRows(JdbcClient sql) {
    this.sql = sql;
  }

  /** A stored mail with its bytes. */
  record Raw(
      long id,
      String messageId,
      boolean messageIdMade,
      byte[] sha256,
      String envelopeFrom,
      List<String> envelopeTo,
      Instant receivedAt,
      byte[] bytes,
      Caller caller,
      Weight weight) {
    Proof proof() {
      return weight.proof();
    }

    Subject subject() {
      return Subject.of("inbound", id);
    }

    /** The same, with what stands behind its sender. */
    Raw weighed(Weight found) {
      return new Raw(
          id,
          messageId,
          messageIdMade,
          sha256,
          envelopeFrom,
          envelopeTo,
          receivedAt,
          bytes,
          caller,
          found);
    }
  }

  Raw raw(long id) {
    return sql.sql(RAW + " where i.id = :id").param("id", id).query(RAW_ROW).single();
  }

  /** Those of these mails that take little room, in one statement. */
  Map<Long, Raw> small(List<Long> ids) {
    return sql
        .sql(RAW + " where i.id = any(:ids) and b.size <= :most")
        .param("ids", ids.toArray(Long[]::new))
        .param("most", SMALL)
        .query(RAW_ROW)
        .list()
        .stream()
        .collect(Collectors.toMap(Raw::id, raw -> raw));
  }

  Optional<Inbound> find(long id) {
    return sql.sql(
            """
            select i.id, i.envelope_from, i.envelope_to, i.received_at, i.message_id, b.size,
              i.disposition, i.mailbox_id
            from inbound i join blob b on b.sha256 = i.sha256 where i.id = :id
            """)
        .param("id", id)
        .query((rs, n) ->
            new Inbound(
                rs.getLong("id"),
                rs.getString("envelope_from"),
                texts(rs, "envelope_to"),
                Sql.instant(rs, "received_at"),
                rs.getString("message_id"),
                rs.getLong("size"),
                rs.getString("disposition"),
                Sql.longOrNull(rs, "mailbox_id")))
        .optional();
  }

  /**
   * A mail that is about to be filed.
   *
   * @param messageId the number that its message will have
   * @param sameIdAs an earlier mail that bears the same Message-ID and says something else
   */
  record Begun(long messageId, @Nullable Long sameIdAs) {}

  Begun begin(Raw raw) {
    return Objects.requireNonNull(begin(List.of(raw)).get(raw.id()));
  }

  /**
   * Gives the message of each mail its number, and looks for an earlier mail with the same
   * Message-ID.
   */
  Map<Long, Begun> begin(List<Raw> raws) {
    Map<Long, Begun> begun = new HashMap<>();
    sql.sql(
            """
            select m.id, nextval('message_id_seq') as message, (
              select min(i.id) from inbound i
              where i.door in ('smtp', 'imap') and i.message_id = m.message_id
                and i.sha256 <> m.sha256
                and (i.gist is null
                  or i.gist is distinct from (select k.gist from inbound k where k.id = m.id))
                and (i.id < m.id or i.done_at is not null)) as other
            from unnest(cast(:ids as bigint[]), cast(:messageIds as text[]),
              cast(:hashes as bytea[])) as m(id, message_id, sha256)
            """)
        .param("ids", raws.stream().map(Raw::id).toArray(Long[]::new))
        .param("messageIds", raws.stream().map(Raw::messageId).toArray(String[]::new))
        .param("hashes", raws.stream().map(Raw::sha256).toArray(byte[][]::new))
        .query(rs -> {
          begun.put(
              rs.getLong("id"), new Begun(rs.getLong("message"), Sql.longOrNull(rs, "other")));
        });
    begun.forEach((id, each) -> flagSameId(id, each.sameIdAs()));
    return begun;
  }

  private void flagSameId(long id, @Nullable Long other) {
    if (other != null) {
      sql.sql("update inbound set same_id_as = :other where id = :id")
          .param("other", other)
          .param("id", id)
          .update();
    }
  }

  /** What a row says whose mail was filed as a message. */
  static Map<String, ?> filedAs(long messageId) {
    return Map.of("filed_message_id", messageId, "disposition", "case");
  }

  /** Notes for a mail that was read before, and held, that it is filed now. */
  void filed(long id, long messageId) {
    sql.sql(
            """
            update inbound set filed_message_id = :filed_message_id, disposition = :disposition
            where id = :id
            """)
        .params(filedAs(messageId))
        .param("id", id)
        .update();
  }

  void disposed(long id, long heldId, String disposition) {
    sql.sql(
            """
            update inbound set held_mail_id = :held, disposition = :disposition
            where id = :id
            """)
        .param("held", heldId)
        .param("disposition", disposition)
        .param("id", id)
        .update();
  }

  /** Counts one failure that the mail itself may be the reason of. */
  int failed(Lease lease) {
    return sql.sql(
            "update inbound set failures = failures + 1 where id = :id and fence = :fence returning failures")
        .param("id", lease.id())
        .param("fence", lease.fence())
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  private static String text(ResultSet rs, String column) throws SQLException {
    return Objects.requireNonNullElse(rs.getString(column), "");
  }

  private static List<String> texts(ResultSet rs, String column) throws SQLException {
    return List.of((String[]) rs.getArray(column).getArray());
  }
}

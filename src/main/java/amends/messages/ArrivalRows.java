package amends.messages;

import amends.shared.Sql;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails as they are laid down: their bytes, and a row that waits to be read. */
@Component
final class ArrivalRows {
  private static final String DOOR = "smtp";
  private static final String MAILBOX = "imap";
  private static final String BETWEEN = "\n";
  private static final RowMapper<Stored> STORED =
      (rs, n) -> new Stored(rs.getLong("id"), rs.getLong("size"));

  private final JdbcClient sql;
  private final InstantSource clock;

  ArrivalRows(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * A mail at the door, or out of a mailbox.
   *
   * @param mailbox null for the door
   */
  record Brought(FirstLook look, @Nullable Long mailbox, String from, List<String> to, byte[] raw) {
    /** Whether its recipients can stand in one text, each on a line. */
    boolean isPlain() {
      return to.stream().noneMatch(each -> each.isEmpty() || each.contains(BETWEEN));
    }
  }

  /** A mail that was not there before. */
  record Stored(long id, long size) {}

  /** Those of them that are new. A single one may be large, and have any recipients. */
  List<Stored> write(List<Brought> all) {
    return all.size() == 1 ? one(all.getFirst()) : several(all);
  }

  private List<Stored> one(Brought mail) {
    return sql.sql(
            """
            with kept as (
              insert into blob (sha256, size, content) values (:sha256, :size, :content)
              on conflict do nothing)
            insert into inbound (door, message_id, message_id_made, sha256, envelope_from,
              envelope_to, received_at, ready_at, mailbox_id, gist)
            values (:door, :id, :made, :sha256, :from, cast(:to as text[]), :now, :now, :mailbox,
              :gist)
            on conflict do nothing
            returning id, :size as size
            """)
        .param("sha256", mail.look().sha256())
        .param("size", mail.raw().length)
        .param("content", mail.raw())
        .param("door", mail.mailbox() == null ? DOOR : MAILBOX)
        .param("mailbox", mail.mailbox())
        .param("gist", mail.look().gist())
        .param("id", mail.look().messageId())
        .param("made", mail.look().made())
        .param("from", mail.from())
        .param("to", mail.to().toArray(String[]::new))
        .param("now", Sql.at(clock.instant()))
        .query(STORED)
        .list();
  }

  /** In the order of their hashes: two groups that hold the same mails do not wait in a ring. */
  private List<Stored> several(List<Brought> all) {
    return sql.sql(
            """
            with brought as materialized (
              select * from unnest(cast(:ids as text[]), cast(:mades as boolean[]),
                cast(:hashes as bytea[]), cast(:contents as bytea[]), cast(:froms as text[]),
                cast(:tos as text[]), cast(:gists as bytea[]))
                as b(message_id, made, sha256, content, sender, recipients, gist)),
            kept as (
              insert into blob (sha256, size, content)
              select sha256, length(content), content from brought order by sha256
              on conflict do nothing)
            insert into inbound (door, message_id, message_id_made, sha256, envelope_from,
              envelope_to, received_at, ready_at, gist)
            select :door, message_id, made, sha256, sender,
              string_to_array(recipients, :between), cast(:now as timestamptz),
              cast(:now as timestamptz), gist
            from brought order by gist, sha256
            on conflict do nothing
            returning id, (
              select length(b.content) from brought b where b.sha256 = inbound.sha256 limit 1)
              as size
            """)
        .param("ids", all.stream().map(b -> b.look().messageId()).toArray(String[]::new))
        .param("mades", all.stream().map(b -> b.look().made()).toArray(Boolean[]::new))
        .param("hashes", all.stream().map(b -> b.look().sha256()).toArray(byte[][]::new))
        .param("contents", all.stream().map(Brought::raw).toArray(byte[][]::new))
        .param("froms", all.stream().map(Brought::from).toArray(String[]::new))
        .param("tos", all.stream().map(b -> String.join(BETWEEN, b.to())).toArray(String[]::new))
        .param("gists", all.stream().map(b -> b.look().gist()).toArray(byte[][]::new))
        .param("between", BETWEEN)
        .param("door", DOOR)
        .param("now", Sql.at(clock.instant()))
        .query(STORED)
        .list();
  }
}

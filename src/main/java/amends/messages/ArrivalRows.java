package amends.messages;

import amends.messages.email.door.Caller;
import amends.shared.Sql;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails as they are laid down: their bytes, and a row that waits to be read. */
@Component
final class ArrivalRows {
  private static final String DOOR = "smtp";
  private static final String MAILBOX = "imap";
  private static final String BETWEEN = "\n";

  /** The journal hears of each new one in the same statement. */
  private static final String TOLD =
      """
      select journal_f_add(:now, 'inbound.stored', 'inbound', array_agg(l.id order by l.id),
        'system', 0, array_agg('{"size":' || l.size || '}' order by l.id))
      from laid l
      """;

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
   * @param caller who brought it, where something is to be asked about them
   */
  record Brought(
      FirstLook look,
      @Nullable Long mailbox,
      String from,
      List<String> to,
      byte[] raw,
      Caller caller) {
    /** Whether its recipients can stand in one text, each on a line. */
    boolean isPlain() {
      return to.stream().noneMatch(each -> each.isEmpty() || each.contains(BETWEEN));
    }
  }

  /** How many of them are new. A single one may be large, and have any recipients. */
  long write(List<Brought> all) {
    return all.size() == 1 ? one(all.getFirst()) : several(all);
  }

  private long one(Brought mail) {
    return sql.sql(
            """
            with kept as (
              insert into blob (sha256, size, content) values (:sha256, :size, :content)
              on conflict do nothing),
            laid as (insert into inbound (door, message_id, message_id_made, sha256, envelope_from,
              envelope_to, received_at, ready_at, mailbox_id, gist, caller_address, caller_helo)
            values (:door, :id, :made, :sha256, :from, cast(:to as text[]), :now, :now, :mailbox,
              :gist, nullif(:address, ''), nullif(:helo, ''))
            on conflict do nothing
            returning id, cast(:size as bigint) as size)
            """
                + TOLD)
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
        .param("now", Sql.at(clock.instant().truncatedTo(ChronoUnit.MICROS)))
        .param("address", mail.caller().address())
        .param("helo", mail.caller().helo())
        .query(Long.class)
        .single();
  }

  /** In the order of their hashes: two groups that hold the same mails do not wait in a ring. */
  private long several(List<Brought> all) {
    return sql.sql(
            """
            with brought as materialized (
              select * from unnest(cast(:ids as text[]), cast(:mades as boolean[]),
                cast(:hashes as bytea[]), cast(:contents as bytea[]), cast(:froms as text[]),
                cast(:tos as text[]), cast(:gists as bytea[]), cast(:addresses as text[]),
                cast(:helos as text[]))
                as b(message_id, made, sha256, content, sender, recipients, gist, address, helo)),
            kept as (
              insert into blob (sha256, size, content)
              select sha256, length(content), content from brought order by sha256
              on conflict do nothing),
            laid as (insert into inbound (door, message_id, message_id_made, sha256, envelope_from,
              envelope_to, received_at, ready_at, gist, caller_address, caller_helo)
            select :door, message_id, made, sha256, sender,
              string_to_array(recipients, :between), cast(:now as timestamptz),
              cast(:now as timestamptz), gist, nullif(address, ''), nullif(helo, '')
            from brought order by gist, sha256
            on conflict do nothing
            returning id, (
              select length(b.content) from brought b where b.sha256 = inbound.sha256 limit 1)
              as size)
            """
                + TOLD)
        .param("ids", all.stream().map(b -> b.look().messageId()).toArray(String[]::new))
        .param("mades", all.stream().map(b -> b.look().made()).toArray(Boolean[]::new))
        .param("hashes", all.stream().map(b -> b.look().sha256()).toArray(byte[][]::new))
        .param("contents", all.stream().map(Brought::raw).toArray(byte[][]::new))
        .param("froms", all.stream().map(Brought::from).toArray(String[]::new))
        .param("tos", all.stream().map(b -> String.join(BETWEEN, b.to())).toArray(String[]::new))
        .param("gists", all.stream().map(b -> b.look().gist()).toArray(byte[][]::new))
        .param("addresses", all.stream().map(b -> b.caller().address()).toArray(String[]::new))
        .param("helos", all.stream().map(b -> b.caller().helo()).toArray(String[]::new))
        .param("between", BETWEEN)
        .param("door", DOOR)
        .param("now", Sql.at(clock.instant().truncatedTo(ChronoUnit.MICROS)))
        .query(Long.class)
        .single();
  }
}

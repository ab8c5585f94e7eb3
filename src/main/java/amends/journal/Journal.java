package amends.journal;

import amends.shared.Actor;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.shared.Unwritten;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The append-only history. An entry is written in the transaction of the change that it tells of;
 * the {@link Sealer} numbers and chains the committed ones shortly after.
 */
@Component
public final class Journal {
  private static final RowMapper<Recorded> RECORDED =
      (rs, n) ->
          new Recorded(
              rs.getLong("id"),
              Sql.instant(rs, "at"),
              rs.getString("kind"),
              new Subject(rs.getString("subject_kind"), rs.getLong("subject_id")),
              new Actor(rs.getString("actor_kind"), rs.getLong("actor_id")),
              rs.getString("payload"));

  private final JdbcClient sql;
  private final InstantSource clock;

  public Journal(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  public void record(String kind, Subject subject, Actor actor, Map<String, ?> payload) {
    recordAll(List.of(new Entry(kind, subject, actor, payload)));
  }

  public void record(String kind, Subject subject, Actor actor) {
    record(kind, subject, actor, Map.of());
  }

  /**
   * Takes any number of entries down, all at this moment. Within an act they are written when it
   * commits, together with whatever else it tells.
   */
  public void recordAll(List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Unwritten.add(this, entries.stream().map(entry -> Line.of(entry, at)).toList(), this::write);
  }

  private void write(List<Line> lines) {
    Columns columns = Columns.of(lines);
    sql.sql(
            """
            with added as (
              insert into journal_entry
                (at, kind, subject_kind, subject_id, actor_kind, actor_id, payload, hash)
              select * from unnest(
                cast(:ats as timestamptz[]),
                cast(:kinds as text[]), cast(:subjectKinds as text[]), cast(:subjectIds as bigint[]),
                cast(:actorKinds as text[]), cast(:actorIds as bigint[]),
                cast(:payloads as text[]), cast(:hashes as bytea[])) as e
              returning id)
            insert into journal_pending (entry_id) select id from added
            """)
        .param("ats", columns.ats())
        .param("kinds", columns.kinds())
        .param("subjectKinds", columns.subjectKinds())
        .param("subjectIds", columns.subjectIds())
        .param("actorKinds", columns.actorKinds())
        .param("actorIds", columns.actorIds())
        .param("payloads", columns.payloads())
        .param("hashes", columns.hashes())
        .update();
  }

  /** Everything that happened to one subject, oldest first. */
  public List<Recorded> history(Subject subject) {
    Unwritten.flush(this, this::write);
    return sql.sql(
            """
            select id, at, kind, subject_kind, subject_id, actor_kind, actor_id, payload
            from journal_entry where subject_kind = :kind and subject_id = :id order by id
            """)
        .param("kind", subject.kind())
        .param("id", subject.id())
        .query(RECORDED)
        .list();
  }

  /** Sealed entries behind a seal number, in the order of their seals: how streams read. */
  public List<Sealed> feed(long afterSeal, int most) {
    return sql.sql(
            """
            select s.seal_no, e.id, e.at, e.kind, e.subject_kind, e.subject_id, e.actor_kind,
              e.actor_id, e.payload
            from journal_seal s join journal_entry e on e.id = s.entry_id
            where s.seal_no > :after order by s.seal_no limit :most
            """)
        .param("after", afterSeal)
        .param("most", most)
        .query((rs, n) -> new Sealed(rs.getLong("seal_no"), RECORDED.mapRow(rs, n)))
        .list();
  }

  /** The last seal number; a stream that reads on from here has missed nothing before. */
  public long sealed() {
    return sql.sql("select seal_no from journal_head").query(Long.class).single();
  }

  /** How far the sealer is behind: entries that are committed and not yet sealed. */
  public long unsealed() {
    return sql.sql("select count(*) from journal_pending").query(Long.class).single();
  }

  /** An entry with its place in the chain. */
  public record Sealed(long sealNo, Recorded entry) {}
}

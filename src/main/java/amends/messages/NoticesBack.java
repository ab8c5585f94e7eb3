package amends.messages;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Mails to colleagues that were not taken or came back: who is warned at an address that is dead
 * hears of nothing, and nobody would know.
 */
@Component
final class NoticesBack {
  /** A report comes within this time, mostly within seconds; then a mail counts as arrived. */
  private static final Duration LATEST = Duration.ofHours(1);

  private static final int MOST = 20;

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Journal journal;

  NoticesBack(JdbcClient sql, InstantSource clock, Journal journal) {
    this.sql = sql;
    this.clock = clock;
    this.journal = journal;
  }

  /**
   * A colleague whom mail does not reach.
   *
   * @param why a code of the field's vocabulary, such as {@code userunknown}; null when the server
   *     refused it at once
   */
  record Unreached(long person, Instant at, @Nullable String why) {}

  /** One that is only late is left alone; the MAC in its address is one that we made. */
  boolean record(long mailId, ReadMail.Bounce report) {
    if (report.complaint() || !report.ended()) {
      return !report.complaint();
    }
    sql.sql(
            """
            update notice_mail set outcome = 'returned', returned_at = :now, returned_why = :why
            where id = :id and done_at is not null and outcome <> 'returned'
            returning person_id
            """)
        .param("id", mailId)
        .param("now", Sql.at(clock.instant()))
        .param("why", report.reason())
        .query(Long.class)
        .optional()
        .ifPresent(person ->
            journal.record(
                "notice.returned",
                Subject.of("person", person),
                Actor.SYSTEM,
                Map.of("notice_mail", mailId, "why", report.reason())));
    return true;
  }

  /** Whose last mail did not arrive, unless one that was written later has. */
  List<Unreached> unreached() {
    return sql.sql(
            """
            select m.person_id, coalesce(m.returned_at, m.done_at) as at, m.returned_why
            from staff_v_person p cross join lateral (
              select * from notice_mail n where n.person_id = p.id and n.done_at is not null
                and (n.outcome in ('refused', 'returned')
                  or n.outcome = 'accepted' and n.done_at < :arrived)
              order by n.written_at desc, n.id desc limit 1) m
            where p.active and m.outcome in ('refused', 'returned')
            order by at desc, m.person_id limit :most
            """)
        .param("arrived", Sql.at(clock.instant().minus(LATEST)))
        .param("most", MOST)
        .query((rs, n) ->
            new Unreached(
                rs.getLong("person_id"), Sql.instant(rs, "at"), rs.getString("returned_why")))
        .list();
  }
}

package amends.messages.mailbox;

import amends.shared.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who has which mailbox in hand, and where in it they are. A lease has a fence: whoever lost it can
 * neither go on nor write down what they have taken.
 */
@Component
final class Reins {
  private final JdbcClient sql;
  private final InstantSource clock;

  Reins(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  record Lease(long mailbox, long fence) {}

  /** Somebody else has it, or it was paused or changed. */
  static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Lost(long mailbox) {
      super("mailbox " + mailbox + " is in other hands");
    }
  }

  List<Lease> claim(int most, Duration time) {
    Instant now = clock.instant();
    return sql.sql(
            """
            update mailbox set leased_until = :until, fence = fence + 1
            where id in (
              select id from mailbox
              where removed_at is null and paused_at is null and ready_at <= :now
                and (leased_until is null or leased_until <= :now)
              order by ready_at limit :most for update skip locked)
            returning id, fence
            """)
        .param("now", Sql.at(now))
        .param("until", Sql.at(now.plus(time)))
        .param("most", most)
        .query((rs, n) -> new Lease(rs.getLong(1), rs.getLong(2)))
        .list();
  }

  /** Longer; false when it was lost. */
  boolean renew(Lease lease, Duration time) {
    return sql.sql("update mailbox set leased_until = :until where id = :id and fence = :fence")
            .param("until", Sql.at(clock.instant().plus(time)))
            .param("id", lease.mailbox())
            .param("fence", lease.fence())
            .update()
        == 1;
  }

  /**
   * How the server numbers mail. Another numbering than before begins at nothing: all is looked at
   * again, and known by its header.
   *
   * @param from where to begin the first time
   */
  void numbered(Lease lease, long validity, long from) {
    must(
        lease,
        sql.sql(
                """
                update mailbox set validity = :validity,
                  last_uid = case when validity is null then :from
                    when validity = :validity then last_uid else 0 end
                where id = :id and fence = :fence
                """)
            .param("validity", validity)
            .param("from", from)
            .param("id", lease.mailbox())
            .param("fence", lease.fence())
            .update());
  }

  /** The mail up to which all is done. */
  long at(Lease lease) {
    return sql.sql("select last_uid from mailbox where id = :id and fence = :fence")
        .param("id", lease.mailbox())
        .param("fence", lease.fence())
        .query(Long.class)
        .optional()
        .orElseThrow(() -> new Lost(lease.mailbox()));
  }

  /** This mail is done: in the act that laid it down. */
  void advance(Lease lease, long validity, long uid, byte[] head, String what) {
    must(
        lease,
        sql.sql(
                """
                with done as (
                  insert into mailbox_mail (mailbox_id, validity, uid, head, what, seen_at)
                  values (:id, :validity, :uid, :head, :what, :now)
                  on conflict (mailbox_id, validity, uid) do update set what = excluded.what)
                update mailbox set last_uid = greatest(last_uid, :uid), stuck_uid = null,
                  stuck_times = 0
                where id = :id and fence = :fence
                """)
            .param("id", lease.mailbox())
            .param("validity", validity)
            .param("uid", uid)
            .param("head", head)
            .param("what", what)
            .param("now", Sql.at(clock.instant()))
            .param("fence", lease.fence())
            .update());
  }

  /** Whether this mail was seen under an earlier numbering. */
  boolean known(long mailbox, long validity, byte[] head) {
    return sql.sql(
            """
            select exists (select from mailbox_mail
              where mailbox_id = :id and head = :head and validity <> :validity
                and what in ('taken', 'known'))
            """)
        .param("id", mailbox)
        .param("head", head)
        .param("validity", validity)
        .query(Boolean.class)
        .single();
  }

  /** Counts one more time that this mail could not be fetched. */
  int stuck(Lease lease, long uid) {
    return sql.sql(
            """
            update mailbox set stuck_times = case when stuck_uid = :uid then stuck_times + 1 else 1 end,
              stuck_uid = :uid
            where id = :id and fence = :fence returning stuck_times
            """)
        .param("uid", uid)
        .param("id", lease.mailbox())
        .param("fence", lease.fence())
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  void well(Lease lease) {
    must(
        lease,
        sql.sql(
                """
                update mailbox set ok_at = :now, trouble = null, detail = null, troubled_at = null,
                  failures = 0
                where id = :id and fence = :fence
                """)
            .param("now", Sql.at(clock.instant()))
            .param("id", lease.mailbox())
            .param("fence", lease.fence())
            .update());
  }

  /** Lets go, to be tried again at a later moment. */
  void troubled(Lease lease, ImapTrouble trouble, Instant again) {
    sql.sql(
            """
            update mailbox set trouble = :key, detail = :detail, troubled_at = coalesce(troubled_at, :now),
              failures = failures + 1, ready_at = :again, leased_until = null
            where id = :id and fence = :fence
            """)
        .param("key", trouble.key())
        .param("detail", trouble.detail())
        .param("now", Sql.at(clock.instant()))
        .param("again", Sql.at(again))
        .param("id", lease.mailbox())
        .param("fence", lease.fence())
        .update();
  }

  /** Lets go; another node may take it at once. */
  void release(Lease lease) {
    sql.sql("update mailbox set leased_until = null where id = :id and fence = :fence")
        .param("id", lease.mailbox())
        .param("fence", lease.fence())
        .update();
  }

  private static void must(Lease lease, int rows) {
    if (rows != 1) {
      throw new Lost(lease.mailbox());
    }
  }
}

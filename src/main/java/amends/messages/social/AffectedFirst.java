package amends.messages.social;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether those whom a broadcast concerns have heard before everybody does. Its corrections belong
 * to it: they go to whoever it had not reached.
 */
@Component
final class AffectedFirst {
  private final JdbcClient sql;

  AffectedFirst(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Machines have still something to send of it, it was stopped, or it was never started. Letters
   * and calls take colleagues days and are not waited for; a warning of a danger waits for nobody.
   */
  boolean waits(long broadcast) {
    return sql.sql(
            """
            with recursive family as (
              select * from broadcast where id = :id
              union
              select o.* from broadcast o join family f on o.corrects_id = f.id
              where o.started_at is not null)
            select coalesce(bool_or(f.purpose <> 'safety' and (
              f.started_at is null or f.cancelled_at is not null
              or f.ended_at is null and (f.expanded_at is null or exists (
                select from delivery d where d.message_id = f.message_id and d.mass
                  and d.done_at is null and d.channel in ('email', 'sms'))))), false)
            from family f
            """)
        .param("id", broadcast)
        .query(Boolean.class)
        .single();
  }

  /** Whether the words name somebody on its list in full. */
  boolean names(long broadcast, String words) {
    return sql.sql(
            """
            select exists (select from broadcast_person p
              join customers_v_customer c on c.id = p.customer_id
              where p.broadcast_id = :id and position(' ' in c.name) > 0
                and position(lower(c.name) in lower(cast(:words as text))) > 0)
            """)
        .param("id", broadcast)
        .param("words", words)
        .query(Boolean.class)
        .single();
  }
}

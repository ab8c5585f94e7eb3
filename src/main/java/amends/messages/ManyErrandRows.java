package amends.messages;

import amends.messages.ManyErrands.Left;
import amends.messages.ManyErrands.Pile;
import amends.messages.MassRows.Taken;
import amends.shared.Sql;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Letters and calls of broadcasts, as rows that are written many at a time. */
@Component
final class ManyErrandRows {
  private final JdbcClient sql;
  private final InstantSource clock;

  ManyErrandRows(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  private OffsetDateTime now() {
    return Sql.at(clock.instant());
  }

  /** Laid, and no task yet. */
  List<Taken> withoutTask(long messageId, Medium medium) {
    return taken(
        """
        and not exists (select from errand e where e.delivery_id = d.id) order by d.id
        """,
        messageId,
        medium,
        Integer.MAX_VALUE);
  }

  /** Tasks that may be done now, the oldest first. */
  List<Taken> waiting(long messageId, Medium medium, int most) {
    return taken(
        """
        and exists (select from errand e where e.delivery_id = d.id and e.done_at is null
          and e.from_at <= :now)
        order by d.id
        """,
        messageId,
        medium,
        most);
  }

  /** Letters that are in no print run yet; what another prints meanwhile is theirs. */
  List<Taken> unprinted(long messageId, int most) {
    return taken(
        """
        and exists (select from errand e where e.delivery_id = d.id and e.done_at is null
          and e.batch_id is null and e.from_at <= :now)
        order by d.id
        """,
        messageId,
        Medium.LETTER,
        most);
  }

  private List<Taken> taken(String which, long messageId, Medium medium, int most) {
    Instant now = clock.instant();
    return sql.sql(
            """
            select d.id, d.customer_id, d.address from delivery d
            where d.message_id = :message and d.channel = :channel and d.mass and d.done_at is null
            %s limit :most for update of d skip locked
            """
                .formatted(which))
        .param("message", messageId)
        .param("channel", medium.code())
        .param("now", Sql.at(now))
        .param("most", most)
        .query((rs, n) ->
            ManyErrands.taken(
                rs.getLong("id"), rs.getLong("customer_id"), rs.getString("address"), now))
        .list();
  }

  void lay(Map<Long, Instant> tasks) {
    if (tasks.isEmpty()) {
      return;
    }
    sql.sql(
            """
            insert into errand (delivery_id, reference, from_at)
            select a.delivery, a.reference, a.since
            from unnest(cast(:deliveries as bigint[]), cast(:references as text[]),
              cast(:since as timestamptz[])) as a(delivery, reference, since)
            """)
        .param("deliveries", tasks.keySet().toArray(Long[]::new))
        .param("references", tasks.keySet().stream().map(References::of).toArray(String[]::new))
        .param("since", moments(tasks))
        .update();
  }

  void putOff(Map<Long, Instant> later) {
    if (later.isEmpty()) {
      return;
    }
    sql.sql(
            """
            update errand e set from_at = a.since
            from unnest(cast(:deliveries as bigint[]), cast(:since as timestamptz[]))
              as a(delivery, since)
            where e.delivery_id = a.delivery
            """)
        .param("deliveries", later.keySet().toArray(Long[]::new))
        .param("since", moments(later))
        .update();
  }

  private static String[] moments(Map<Long, Instant> all) {
    return all.values().stream().map(at -> Sql.at(at).toString()).toArray(String[]::new);
  }

  /**
   * They must not go.
   *
   * @return which had not gone yet
   */
  Set<Long> leaveOut(Map<Long, String> why) {
    List<Map.Entry<Long, String>> all = List.copyOf(why.entrySet());
    Set<Long> left =
        Set.copyOf(
            sql.sql(
                    """
                    update delivery d set done_at = :now, suppressed_why = a.why, fence = d.fence + 1
                    from unnest(cast(:ids as bigint[]), cast(:whys as text[])) as a(id, why)
                    where d.id = a.id and d.done_at is null returning d.id
                    """)
                .param("now", now())
                .param("ids", all.stream().map(Map.Entry::getKey).toArray(Long[]::new))
                .param("whys", all.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .query(Long.class)
                .list());
    done(left);
    return left;
  }

  void done(Collection<Long> deliveries) {
    sql.sql(
            """
            update errand set done_at = :now
            where delivery_id = any(:deliveries) and done_at is null
            """)
        .param("now", now())
        .param("deliveries", deliveries.toArray(Long[]::new))
        .update();
  }

  /**
   * @return its number
   */
  long batch(List<Long> deliveries, long by) {
    return sql.sql(
            """
            with made as (
              insert into print_batch (made_by, made_at, letters) values (:by, :now, :letters)
              returning id),
            put as (
              update errand set batch_id = (select id from made)
              where delivery_id = any(:deliveries) returning id)
            select id from made
            """)
        .param("by", by)
        .param("now", now())
        .param("letters", deliveries.size())
        .param("deliveries", deliveries.toArray(Long[]::new))
        .query(Long.class)
        .single();
  }

  /**
   * They are on their way, as a colleague says; a receipt that says so again changes nothing.
   *
   * @return which had been open
   */
  Set<Long> posted(List<Long> deliveries) {
    Set<Long> posted =
        Set.copyOf(
            sql.sql(
                    """
                    update delivery set accepted_at = :now, last_reply = 'posted', done_at = :now,
                      sending_at = null, leased_until = null, trouble = null, fence = fence + 1
                    where id = any(:ids) and done_at is null returning id
                    """)
                .param("now", now())
                .param("ids", deliveries.toArray(Long[]::new))
                .query(Long.class)
                .list());
    sql.sql(
            """
            insert into receipt (delivery_id, state, received_at)
            select a.id, 'accepted', :now from unnest(cast(:ids as bigint[])) as a(id)
            on conflict do nothing
            """)
        .param("now", now())
        .param("ids", posted.toArray(Long[]::new))
        .update();
    done(posted);
    return posted;
  }

  List<Pile> piles() {
    return sql.sql(
            """
            select b.id, b.subject,
              count(*) filter (where e.batch_id is null) as to_print, count(e.batch_id) as to_post,
              num_nonnulls(b.paused_at, b.superseded_at, b.cancelled_at) > 0 or b.leaves_at > :now
                or coalesce(b.next_due_at <= :now, false) as resting
            from errand e join delivery d on d.id = e.delivery_id
            join broadcast b on b.message_id = d.message_id
            where e.done_at is null and d.done_at is null and d.mass and d.channel = 'letter'
            group by b.id order by b.purpose <> 'safety', b.id
            """)
        .param("now", now())
        .query((rs, n) ->
            new Pile(
                rs.getLong("id"),
                rs.getString("subject"),
                rs.getInt("to_print"),
                rs.getInt("to_post"),
                rs.getBoolean("resting")))
        .list();
  }

  Left left(long messageId) {
    return sql.sql(
            """
            select count(*) filter (where d.channel = 'phone') as calls,
              count(*) filter (where d.channel <> 'phone' and e.batch_id is null) as to_print,
              count(e.batch_id) as to_post
            from delivery d join errand e on e.delivery_id = d.id
            where d.message_id = :message and d.done_at is null and d.mass
              and d.channel in ('letter', 'phone')
            """)
        .param("message", messageId)
        .query((rs, n) -> new Left(rs.getInt("to_print"), rs.getInt("to_post"), rs.getInt("calls")))
        .single();
  }
}

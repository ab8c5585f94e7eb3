package amends.cases;

import amends.promises.After;
import amends.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was agreed elsewhere with the customer of a case, by the same brand: what is ahead, and what
 * is over since a month. What nobody has accepted yet is promised to nobody, and not shown.
 */
@Component
public final class CustomerBookings {
  private static final Duration LATELY = Duration.ofDays(30);
  private static final int MOST = 20;

  private final JdbcClient sql;
  private final InstantSource clock;

  CustomerBookings(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * What is ahead first, the next due first; then the latest. Asks nobody for permission.
   *
   * @param whole all of the customer's; else only those that go on in this case, for whoever is not
   *     the customer
   */
  public List<BookedFor> of(Case matter, boolean whole) {
    Instant now = clock.instant();
    return sql.sql(
            """
            select b.id, b.words, coalesce(p.due_at, b.due_at) as at, coalesce(p.warn_at, b.due_at) as warn_at,
              (with recursive back as (
                 select p.follows_id as id, p.due_at
                 union all
                 select q.follows_id, q.due_at from back join promises_v_promise q on q.id = back.id)
               select min(due_at) from back where id is null) as first_at,
              coalesce(b.done_at, b.cancelled_at) as ended_at, b.cancelled_by,
              case when p.subject_kind = 'case' then p.subject_id end as case_id,
              case when p.made_good_at is not null then 'late' when p.broken_at is not null then 'broken'
                when p.kept_at is not null then 'kept' when b.done_at is not null then 'done'
                when b.cancelled_at is not null then 'cancelled' when p.released_at is not null then 'released'
                when p.id is null then 'waiting'
                when exists (select from promises_v_risk r where r.promise_id = p.id) then 'danger'
                else 'owed' end as state,
              b.waits_for, b.after_amount, b.after_unit,
              array(select o.at from moment_offer o
                where o.promise_id = p.id and o.chosen_at is null and o.at > :now and p.owed
                order by o.at) as offered,
              array(select g.if_not from case_guarantee e
                join promises_v_guarantee g on g.id = e.guarantee_id
                where e.promise_id = p.id and e.answer is distinct from 'not_due'
                order by e.id) as if_not
            from promises_v_booking b left join promises_v_promise p on p.id = b.promise_id
            where b.customer_id in (select self_id from customers_v_self where customer_id = :customer)
              and b.brand_id = :brand
              and (p.id is not null or b.done_at is not null or b.waits_for is not null and b.met_at is null)
              and (:whole or p.subject_kind = 'case' and p.subject_id = :case)
              and (p.owed or p.id is null and b.done_at is null and b.cancelled_at is null
                or p.broken_at is not null and p.made_good_at is null
                or coalesce(b.done_at, b.cancelled_at, p.kept_at, p.released_at, p.made_good_at) >= :since)
            order by p.owed is not true and p.id is not null, case when p.owed then p.due_at end, coalesce(p.due_at, b.due_at) desc, b.id
            limit :most
            """)
        .param("customer", matter.customerId())
        .param("brand", matter.brandId())
        .param("case", matter.id())
        .param("whole", whole)
        .param("now", Sql.at(now))
        .param("since", Sql.at(now.minus(LATELY)))
        .param("most", MOST)
        .query((rs, n) -> read(rs))
        .list();
  }

  private static BookedFor read(ResultSet rs) throws SQLException {
    Instant at = Sql.instant(rs, "at");
    return new BookedFor(
        rs.getLong("id"),
        rs.getString("words"),
        rs.getString("state"),
        at,
        Objects.requireNonNullElse(Sql.instantOrNull(rs, "first_at"), at),
        Sql.instant(rs, "warn_at"),
        Sql.instantOrNull(rs, "ended_at"),
        rs.getString("cancelled_by"),
        Sql.longOrNull(rs, "case_id"),
        Arrays.stream((Timestamp[]) rs.getArray("offered").getArray())
            .map(Timestamp::toInstant)
            .toList(),
        List.of((String[]) rs.getArray("if_not").getArray()),
        begins(rs));
  }

  private static BookedFor.@Nullable Begins begins(ResultSet rs) throws SQLException {
    String waitsFor = rs.getString("waits_for");
    return waitsFor == null
        ? null
        : new BookedFor.Begins(
            waitsFor,
            new After(
                rs.getInt("after_amount"),
                After.Unit.of(rs.getString("after_unit")).orElseThrow()));
  }
}

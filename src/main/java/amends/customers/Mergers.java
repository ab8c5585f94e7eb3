package amends.customers;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.NotFound;
import amends.shared.ReadMemory;
import amends.shared.Refusal;
import amends.shared.Sql;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Two cards of one person. Nothing is moved from one to the other: the duplicate points to its
 * survivor, at most one step away, and stands alone again when it no longer does.
 */
@Component
final class Mergers {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final Journal journal;
  private final List<Ties> ties;
  private final ReadMemory<Long, List<Long>> selves = new ReadMemory<>();
  private final ReadMemory<Long, Long> standing = new ReadMemory<>();

  Mergers(JdbcClient sql, InstantSource clock, Journal journal, List<Ties> ties) {
    this.sql = sql;
    this.clock = clock;
    this.journal = journal;
    this.ties = List.copyOf(ties);
  }

  long standing(long customer) {
    return standing.of(customer, this::askStanding);
  }

  private long askStanding(long customer) {
    return sql.sql("select coalesce(merged_into, id) from customer where id = :id")
        .param("id", customer)
        .query(Long.class)
        .optional()
        .orElseThrow(() -> new NotFound(Customers.subject(customer)));
  }

  /** The standing one first. */
  List<Long> selves(long customer) {
    return selves.of(customer, this::askSelves);
  }

  private List<Long> askSelves(long customer) {
    return sql.sql(
            """
            select c.id from customer m
            join customer c on c.id = coalesce(m.merged_into, m.id)
              or c.merged_into = coalesce(m.merged_into, m.id)
            where m.id = :id order by c.merged_into is not null, c.id
            """)
        .param("id", customer)
        .query(Long.class)
        .list();
  }

  void merge(long survivor, long duplicate, Actor by) {
    lock(survivor, duplicate);
    long standing = standing(survivor);
    long merged = standing(duplicate);
    if (standing == merged) {
      return;
    }
    if (merged != duplicate) {
      // Somebody else's duplicate already: who stands for it is merged instead.
      merge(standing, merged, by);
      return;
    }
    lock(standing, duplicate);
    refuseGone(standing, duplicate);
    sql.sql(
            """
            with followed as (
              update customer set merged_into = :survivor where merged_into = :duplicate returning id),
            merged as (update customer set merged_into = :survivor where id = :duplicate)
            insert into customer_merge (duplicate_id, survivor_id, followed, merged_at)
            select :duplicate, :survivor, coalesce(array_agg(id), '{}'), :now from followed
            """)
        .param("survivor", standing)
        .param("duplicate", duplicate)
        .param("now", Sql.at(clock.instant()))
        .update();
    tell("customer.merged", duplicate, standing, by);
  }

  void unmerge(long duplicate, Actor by) {
    long survivor = standing(duplicate);
    lock(survivor, duplicate);
    refuseGone(survivor, duplicate);
    if (!tied(duplicate).isEmpty()) {
      throw new Refusal("", "customers.refuse.tied");
    }
    Long[] followed =
        sql.sql(
                """
                update customer_merge set undone_at = :now
                where duplicate_id = :duplicate and undone_at is null returning followed
                """)
            .param("now", Sql.at(clock.instant()))
            .param("duplicate", duplicate)
            .query((rs, n) -> (Long[]) rs.getArray("followed").getArray())
            .optional()
            .orElseThrow(() -> new Refusal("customer", "customers.refuse.not-merged"));
    sql.sql(
            """
            update customer set merged_into = case when id = :duplicate then null
              else cast(:duplicate as bigint) end
            where id = :duplicate or id = any(:followed) and merged_into = :survivor
            """)
        .param("duplicate", duplicate)
        .param("survivor", survivor)
        .param("followed", followed)
        .update();
    tell("customer.unmerged", duplicate, survivor, by);
  }

  /** What was merged into this one, or what this one was merged into; the newest first. */
  List<Merge> of(long customer) {
    return sql.sql(
            """
            select duplicate_id, survivor_id, merged_at from customer_merge
            where undone_at is null and duplicate_id in (
              select c.id from customer m join customer c on c.id = m.id or c.merged_into = m.id
              where m.id = :id and c.merged_into is not null)
            order by merged_at desc, id desc
            """)
        .param("id", customer)
        .query((rs, n) ->
            new Merge(
                rs.getLong("duplicate_id"),
                rs.getLong("survivor_id"),
                Sql.instant(rs, "merged_at")))
        .list();
  }

  /** What keeps a duplicate from being taken apart from the others. */
  List<Obstacle> tied(long duplicate) {
    List<Long> ones = parting(duplicate);
    List<Long> others = new ArrayList<>(selves(duplicate));
    others.removeAll(ones);
    return ties.stream().flatMap(t -> t.between(ones, others).stream()).toList();
  }

  /** The duplicate, and those who had been merged into it and leave with it. */
  private List<Long> parting(long duplicate) {
    return sql.sql(
            """
            select c.id from customer c where c.id = :id or c.merged_into is not null and c.id in (
              select unnest(followed) from customer_merge
              where duplicate_id = :id and undone_at is null)
            """)
        .param("id", duplicate)
        .query(Long.class)
        .list();
  }

  /** Of who was erased nothing is left to join or to part; who is about to be is not mixed up. */
  private void refuseGone(long one, long other) {
    String state =
        sql.sql(
                """
                select case
                  when exists (select from customer
                    where id in (:one, :other) and erased_at is not null) then 'erased'
                  when exists (select from erasure where customer_id in (:one, :other)
                    and done_at is null and withdrawn_at is null and ends_at > :now) then 'erasing'
                  else '' end
                """)
            .param("one", one)
            .param("other", other)
            .param("now", Sql.at(clock.instant()))
            .query(String.class)
            .single();
    if (!state.isEmpty()) {
      throw new Refusal("", "customers.refuse.merge." + state);
    }
  }

  /** The older first, as everybody does. */
  private void lock(long one, long other) {
    sql.sql("select id from customer where id in (:one, :other) order by id for update")
        .param("one", one)
        .param("other", other)
        .query(Long.class)
        .list();
  }

  private void tell(String kind, long duplicate, long survivor, Actor by) {
    journal.record(kind, Customers.subject(duplicate), by, Map.of("with", survivor));
    journal.record(kind, Customers.subject(survivor), by, Map.of("with", duplicate));
  }
}

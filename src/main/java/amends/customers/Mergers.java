package amends.customers;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Sql;
import java.time.InstantSource;
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

  Mergers(JdbcClient sql, InstantSource clock, Journal journal) {
    this.sql = sql;
    this.clock = clock;
    this.journal = journal;
  }

  long standing(long customer) {
    return sql.sql("select coalesce(merged_into, id) from customer where id = :id")
        .param("id", customer)
        .query(Long.class)
        .optional()
        .orElseThrow(() -> new NotFound(Customers.subject(customer)));
  }

  /** The standing one first. */
  List<Long> selves(long customer) {
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

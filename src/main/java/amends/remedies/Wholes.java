package amends.remedies;

import amends.shared.Sql;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Packages as wholes: one is over when all of its parts are. It is done when one of them is, else
 * it failed, or was stopped when each of them was.
 */
record Wholes(JdbcClient sql) {

  /**
   * Held until the act ends, before its part is touched: of two parts that end at the same moment
   * the later one sees what became of the other.
   */
  void hold(long part) {
    sql.sql(
            """
            select w.id from remedy_grant w
            where w.id = (select p.package_id from remedy_grant p where p.id = :part) for update
            """)
        .param("part", part)
        .query(Long.class)
        .list();
  }

  /** A part has ended, one way or another. */
  void ended(long part, Instant at) {
    sql.sql(
            """
            update remedy_grant w set
              done_at = case when p.done then cast(:at as timestamptz) end,
              evidence_kind = case when p.done then 'remedy_grant' end,
              evidence_id = case when p.done then w.id end,
              failed_at = case when not p.done and p.failed is not null then cast(:at as timestamptz) end,
              failed_reason = case when not p.done then p.failed end,
              stopped_at = case when not p.done and p.failed is null then cast(:at as timestamptz) end
            from (
              select package_id, bool_or(done_at is not null) as done, max(failed_reason) as failed,
                bool_and(num_nonnulls(done_at, failed_at, stopped_at) > 0) as over
              from remedy_grant
              where package_id = (select package_id from remedy_grant where id = :part)
              group by package_id) p
            where w.id = p.package_id and p.over
              and num_nonnulls(w.done_at, w.failed_at, w.stopped_at) = 0
            """)
        .param("at", Sql.at(at))
        .param("part", part)
        .update();
  }
}

package amends.remedies.fulfilment;

import amends.shared.BoundedCheck;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * I6: what was granted is paid at most once, never more than was granted, and every line of theirs
 * that bears a key of ours is one grant of ours.
 */
@Component
final class PaidOnceCheck implements BoundedCheck {
  /** What was read of their ledgers since then is looked at by each run. */
  private static final Duration LATELY = Duration.ofHours(3);

  private final JdbcClient sql;
  private final InstantSource clock;

  PaidOnceCheck(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Override
  public String code() {
    return "I6";
  }

  @Override
  public String words() {
    return "remedies.check.paid-once";
  }

  @Override
  public long head() {
    return sql.sql("select coalesce(max(id), 0) from fulfilment").query(Long.class).single();
  }

  @Override
  public List<Finding> run() {
    return found(0, Instant.EPOCH);
  }

  @Override
  public List<Finding> runSince(long mark) {
    return found(Math.max(0, mark - OVERLAP), clock.instant().minus(LATELY));
  }

  private List<Finding> found(long mark, Instant seen) {
    List<Finding> all = new ArrayList<>();
    all.addAll(
        query(
            """
            select f.grant_id from fulfilment f join remedy_grant g on g.id = f.grant_id
            where f.id > :mark and f.amount_minor is not null
              and (f.amount_minor > g.amount_minor or f.currency <> g.currency)
            order by f.id limit :most
            """,
            "a grant is paid with more than was granted",
            mark,
            seen));
    all.addAll(
        query(
            """
            select f.grant_id from fulfilment f join attempt a on a.fulfilment_id = f.id
            where f.id > :mark and a.outcome = 'done'
            group by f.grant_id having count(*) > 1 order by f.grant_id limit :most
            """,
            "a grant was paid more than once",
            mark,
            seen));
    all.addAll(
        query(
            """
            select f.grant_id from pay_ledger_line l
            join attempt a on a.connection_id = l.connection_id
              and (a.key = l.key or a.their_id = l.their_id)
            join fulfilment f on f.id = a.fulfilment_id
            where f.id in (
              select a2.fulfilment_id from pay_ledger_line l2 join attempt a2 on a2.key = l2.key
              where l2.seen_at >= :seen) and l.state <> 'failed' and :mark >= 0
            group by f.grant_id having count(distinct (l.connection_id, l.their_id)) > 1
            order by f.grant_id limit :most
            """,
            "a provider's ledger has a grant more than once",
            mark,
            seen));
    all.addAll(
        query(
            """
            select l.connection_id from pay_ledger_line l
            where l.seen_at >= :seen and l.key like 'amends\\_%' and l.state <> 'failed'
              and l.looked_at is null and :mark >= 0
              and not exists (select from attempt a where a.key = l.key)
            group by l.connection_id order by l.connection_id limit :most
            """,
            "a provider's ledger has a payment of ours that is not on record here", mark, seen));
    return all;
  }

  private List<Finding> query(String statement, String words, long mark, Instant seen) {
    String kind =
        words.startsWith("a grant") || words.endsWith("more than once")
            ? "remedy_grant"
            : "pay_connection";
    return sql.sql(statement)
        .param("mark", mark)
        .param("seen", Sql.at(seen))
        .param("most", MOST)
        .query((rs, n) -> new Finding(code(), words, Subject.of(kind, rs.getLong(1))))
        .list();
  }
}

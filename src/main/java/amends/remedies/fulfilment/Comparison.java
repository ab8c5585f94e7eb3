package amends.remedies.fulfilment;

import amends.shared.Money;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.staff.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A provider's ledger beside ours: what only they have, what only we have, and what differs. */
@Component
public final class Comparison {
  private static final int MOST = 200;

  /** What was done just now may not stand in a ledger that was read before. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  private static final String MATCHED =
      """
      from pay_ledger_line l left join attempt a on a.connection_id = l.connection_id
        and (a.their_id = l.their_id or a.key = l.key)
      left join fulfilment f on f.id = a.fulfilment_id
      where l.connection_id = :connection
      """;

  /** A try that has not ended agrees with everything: it is being asked for. */
  private static final String DIFFERS =
      """
      a.id is not null and l.looked_at is null and (
        (l.amount_minor, l.currency) is distinct from (f.amount_minor, f.currency)
        or l.state = 'done' and a.outcome in ('failed', 'stopped', 'returned')
        or l.state = 'failed' and a.outcome = 'done')
      """;

  private final JdbcClient sql;
  private final PayConnections connections;
  private final Desk desk;

  Comparison(JdbcClient sql, PayConnections connections, Desk desk) {
    this.sql = sql;
    this.connections = connections;
    this.desk = desk;
  }

  /**
   * One line that does not agree.
   *
   * @param theirs what they have; null when they have nothing
   * @param ours what we have; null when we have nothing
   * @param grantId null when we have nothing
   * @param lost whether it bears a key of ours that is not on record here, as after a restore
   */
  public record Line(
      @Nullable String theirId,
      @Nullable Money theirs,
      @Nullable String theirState,
      @Nullable Money ours,
      @Nullable String ourState,
      @Nullable Long grantId,
      String reference,
      Instant at,
      boolean lost) {}

  /** Both ledgers; {@code agreed} is how many lines of theirs are as ours. */
  public record Sheet(List<Line> theirs, List<Line> ours, List<Line> differs, long agreed) {}

  public Sheet of(long connectionId, Viewer viewer) {
    desk.requirePaying(viewer);
    PayConnection connection = connections.get(connectionId);
    return new Sheet(
        lines("a.id is null and l.state <> 'failed' and l.looked_at is null", connectionId),
        onlyOurs(connection),
        lines(DIFFERS, connectionId),
        sql.sql("select count(*) " + MATCHED + " and a.id is not null and not (" + DIFFERS + ")")
            .param("connection", connectionId)
            .query(Long.class)
            .single());
  }

  private List<Line> lines(String which, long connection) {
    return sql.sql(
            """
            select l.their_id, l.amount_minor, l.currency, l.state, f.amount_minor as our_minor,
              f.currency as our_currency, coalesce(a.outcome, case when a.id is not null
                then 'unknown' end) as our_state, f.grant_id, l.reference, l.at,
              a.id is null and l.key like 'amends\\_%' as lost
            """
                + MATCHED
                + " and "
                + which
                + " order by l.at desc, l.their_id limit :most")
        .param("connection", connection)
        .param("most", MOST)
        .query(Comparison::line)
        .list();
  }

  /** Of the time that was read: what lies before or behind it nobody can compare. */
  private List<Line> onlyOurs(PayConnection connection) {
    Instant to = connection.ledgerTo();
    if (to == null) {
      return List.of();
    }
    return sql.sql(
            """
            select null as their_id, null as amount_minor, null as currency, null as state,
              f.amount_minor as our_minor, f.currency as our_currency, a.outcome as our_state,
              f.grant_id, f.reference, a.outcome_at as at, false as lost
            from attempt a join fulfilment f on f.id = a.fulfilment_id
            where a.connection_id = :connection and a.outcome = 'done' and f.what = 'money'
              and a.outcome_at between :from and :to
              and not exists (select from pay_ledger_line l where l.connection_id = a.connection_id
                and (l.their_id = a.their_id or l.key = a.key))
            order by a.outcome_at desc limit :most
            """)
        .param("connection", connection.id())
        .param("from", Sql.at(to.minus(Reconciling.BACK)))
        .param("to", Sql.at(to.minus(GRACE)))
        .param("most", MOST)
        .query(Comparison::line)
        .list();
  }

  private static Line line(ResultSet rs, int n) throws SQLException {
    String currency = rs.getString("currency");
    String ours = rs.getString("our_currency");
    return new Line(
        rs.getString("their_id"),
        currency == null ? null : new Money(rs.getLong("amount_minor"), currency),
        rs.getString("state"),
        ours == null ? null : new Money(rs.getLong("our_minor"), ours),
        rs.getString("our_state"),
        Sql.longOrNull(rs, "grant_id"),
        rs.getString("reference"),
        Sql.instant(rs, "at"),
        rs.getBoolean("lost"));
  }

  /**
   * A colleague has looked at a line, and it is all right as it is.
   *
   * @throws NotFound when they have no such line
   */
  public void looked(long connectionId, String theirId, Viewer by) {
    desk.requirePaying(by);
    desk.acts()
        .run(() -> {
          int lines =
              sql.sql(
                      """
                      update pay_ledger_line set looked_at = :now, looked_by = :by
                      where connection_id = :connection and their_id = :their and looked_at is null
                      """)
                  .param("now", Sql.at(desk.clock().instant()))
                  .param("by", by.id())
                  .param("connection", connectionId)
                  .param("their", theirId)
                  .update();
          if (lines == 0) {
            throw new NotFound(Subject.of("pay_ledger_line", connectionId));
          }
          desk.journal()
              .record(
                  "pay_ledger.looked",
                  PayConnection.subject(connectionId),
                  by.actor(),
                  Map.of("lines", lines));
        });
  }

  /**
   * What a line of theirs was paid for.
   *
   * @throws Refusal when they have no such line, it is a grant's already, or it is not the order's
   *     amount
   */
  public Tries.Elsewhere elsewhere(
      long connectionId, String theirId, Order order, String evidence) {
    Money money = order.money();
    return sql.sql(
            """
            select l.at from pay_ledger_line l
            where l.connection_id = :connection and l.their_id = :their and l.state <> 'failed'
              and l.amount_minor = :minor and l.currency = :currency
              and not exists (select from attempt a where a.connection_id = l.connection_id
                and (a.their_id = l.their_id or a.key = l.key))
            """)
        .param("connection", connectionId)
        .param("their", theirId)
        .param("minor", money == null ? -1 : money.minor())
        .param("currency", money == null ? "" : money.currency())
        .query(
            (rs, n) -> new Tries.Elsewhere(evidence, Sql.instant(rs, "at"), connectionId, theirId))
        .optional()
        .orElseThrow(() -> new Refusal("", "remedies.pay.refusal.no-line"));
  }
}

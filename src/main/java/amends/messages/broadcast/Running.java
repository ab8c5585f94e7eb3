package amends.messages.broadcast;

import amends.customers.Purpose;
import amends.messages.Mailing;
import amends.messages.Mailings;
import amends.shared.Sql;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What couriers take from broadcasts. */
@Component
final class Running implements Mailings {
  /**
   * One that is on its way: started, its time to be taken back over, not stopped, and what it
   * promises lies ahead.
   */
  private static final String GOES =
      """
      b.started_at is not null and b.ended_at is null and b.leaves_at <= :now
        and num_nonnulls(b.paused_at, b.superseded_at, b.cancelled_at) = 0
        and (b.next_due_at is null or b.next_due_at > :now)
      """;

  private final JdbcClient sql;
  private final Tallies tallies;
  private final Reaching reaching;
  private final InstantSource clock;

  Running(JdbcClient sql, Tallies tallies, Reaching reaching, InstantSource clock) {
    this.sql = sql;
    this.tallies = tallies;
    this.reaching = reaching;
    this.clock = clock;
  }

  @Override
  public List<Long> underWay() {
    return sql.sql(
            "select b.id from broadcast b where "
                + GOES
                + " order by b.purpose <> 'safety', b.started_at, b.id")
        .param("now", Sql.at(clock.instant()))
        .query(Long.class)
        .list();
  }

  /** Shared with other couriers; whoever stops it waits until what is being claimed is claimed. */
  @Override
  public Optional<Mailing> hold(long id) {
    return sql.sql(
            """
            select b.id, b.message_id, b.brand_id, b.purpose, m.subject, m.body, b.started_at
            from broadcast b join message m on m.id = b.message_id
            where b.id = :id and\
            """
                + " "
                + GOES
                + " for share of b")
        .param("id", id)
        .param("now", Sql.at(clock.instant()))
        .query((rs, n) ->
            new Mailing(
                rs.getLong("id"),
                rs.getLong("message_id"),
                rs.getLong("brand_id"),
                Purpose.of(rs.getString("purpose")),
                rs.getString("subject"),
                rs.getString("body"),
                Sql.instant(rs, "started_at")))
        .optional();
  }

  @Override
  public boolean stopped(long id) {
    return sql.sql("select b.id from broadcast b where b.id = :id and " + GOES)
        .param("id", id)
        .param("now", Sql.at(clock.instant()))
        .query(Long.class)
        .optional()
        .isEmpty();
  }

  @Override
  public void carried(long id, Collection<Long> accepted, int suppressed) {
    tallies.add(id, new Tallies.Move(0, accepted.size(), 0, 0, suppressed, 0));
    reaching.reached(id, accepted);
  }
}

package amends.messages.broadcast;

import amends.messages.DeliveryAccepted;
import amends.messages.DeliveryFailed;
import amends.messages.DeliveryMovedOn;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far broadcasts are, added up by whoever moves one of their deliveries, in the same act. */
@Component
final class Tallies {
  private final JdbcClient sql;
  private final InstantSource clock;

  Tallies(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** By how many each count moves; the fields are those of the table. */
  record Move(int laid, int accepted, int failed, int moved, int suppressed, int stopped) {}

  void add(long broadcast, Move move) {
    sql.sql(
            """
            insert into broadcast_tally (broadcast_id, at, laid, accepted, failed, moved, suppressed,
              stopped)
            values (:id, :now, :laid, :accepted, :failed, :moved, :suppressed, :stopped)
            """)
        .param("id", broadcast)
        .param("now", Sql.at(clock.instant()))
        .param("laid", move.laid())
        .param("accepted", move.accepted())
        .param("failed", move.failed())
        .param("moved", move.moved())
        .param("suppressed", move.suppressed())
        .param("stopped", move.stopped())
        .update();
  }

  /** Added up, and how many a carrier took since a moment. */
  record Sum(
      int laid,
      int accepted,
      int failed,
      int moved,
      int suppressed,
      int stopped,
      int settledLately) {}

  Sum sum(long broadcast, Instant since) {
    return sql.sql(
            """
            select coalesce(sum(laid), 0) as laid, coalesce(sum(accepted), 0) as accepted,
              coalesce(sum(failed), 0) as failed, coalesce(sum(moved), 0) as moved,
              coalesce(sum(suppressed), 0) as suppressed, coalesce(sum(stopped), 0) as stopped,
              coalesce(sum(accepted + failed + suppressed - moved) filter (where at > :since), 0)
                as lately
            from broadcast_tally where broadcast_id = :id
            """)
        .param("id", broadcast)
        .param("since", Sql.at(since))
        .query((rs, n) ->
            new Sum(
                rs.getInt("laid"),
                rs.getInt("accepted"),
                rs.getInt("failed"),
                rs.getInt("moved"),
                rs.getInt("suppressed"),
                rs.getInt("stopped"),
                rs.getInt("lately")))
        .single();
  }

  /** A receipt said so, or a colleague who carried it. */
  @EventListener
  void on(DeliveryAccepted event) {
    if (ours(event.about())) {
      add(event.about().id(), new Move(0, 1, 0, 0, 0, 0));
    }
  }

  @EventListener
  void on(DeliveryFailed event) {
    if (ours(event.about())) {
      add(event.about().id(), new Move(0, before(event.deliveryId()), 1, 0, 0, 0));
    }
  }

  @EventListener
  void on(DeliveryMovedOn event) {
    if (ours(event.about())) {
      add(event.about().id(), new Move(1, before(event.deliveryId()), 1, 1, 0, 0));
    }
  }

  /** What came back had been counted as taken. */
  private int before(long delivery) {
    return sql.sql(
            "select case when accepted_at is null then 0 else -1 end from delivery where id = :id")
        .param("id", delivery)
        .query(Integer.class)
        .single();
  }

  private static boolean ours(Subject about) {
    return about.kind().equals("broadcast");
  }
}

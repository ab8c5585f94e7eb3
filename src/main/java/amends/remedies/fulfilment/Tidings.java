package amends.remedies.fulfilment;

import amends.remedies.fulfilment.Attempt.State;
import amends.remedies.fulfilment.AttemptRows.Ending;
import amends.remedies.pay.Knock;
import amends.remedies.pay.News;
import amends.shared.Acts;
import amends.shared.Sql;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What providers tell by themselves. A telling pays nothing and ends nothing: it makes the try that
 * it is about be asked for at once. Only that money came back is believed as it is told.
 */
@Component
public final class Tidings {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final PayConnections connections;
  private final Hands hands;

  Tidings(JdbcClient sql, InstantSource clock, Acts acts, PayConnections connections, Hands hands) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.connections = connections;
    this.hands = hands;
  }

  @Component
  record Hands(Orders orders, AttemptRows rows, Outcomes outcomes) {}

  /**
   * @return whether it was theirs; also when it was heard before
   */
  public boolean take(long connectionId, Knock knock) {
    Optional<PayConnection> connection = connections.find(connectionId);
    if (connection.isEmpty()) {
      return false;
    }
    Optional<News> news =
        connections
            .provider(connection.get().kind())
            .heard(connections.link(connection.get()), knock);
    news.ifPresent(told -> acts.run(() -> hear(connectionId, told)));
    return news.isPresent();
  }

  private void hear(long connection, News news) {
    int fresh =
        sql.sql(
                """
                insert into pay_news (connection_id, event, came_at)
                values (:connection, :event, :now) on conflict do nothing
                """)
            .param("connection", connection)
            .param("event", news.event())
            .param("now", Sql.at(clock.instant()))
            .update();
    if (fresh == 0) {
      return;
    }
    String key = news.key() == null ? "" : news.key();
    String theirs = news.theirId() == null ? "" : news.theirId();
    String reference = news.reference() == null ? "" : news.reference();
    hands
        .rows()
        .hurry(
            """
            connection_id = :connection and (key = :key or their_id = :theirs or fulfilment_id in (
              select id from fulfilment where reference = :reference and :reference <> ''))
            """,
            Map.of("connection", connection, "key", key, "theirs", theirs, "reference", reference));
    if (news.cameBack()) {
      cameBack(connection, key, theirs);
    }
  }

  /** Within an act: what was done has come back to us. */
  void cameBack(long connection, String key, String theirId) {
    List<Long> grants =
        sql.sql(
                """
                select f.grant_id from attempt a join fulfilment f on f.id = a.fulfilment_id
                where a.connection_id = :connection and a.outcome = 'done'
                  and (a.key = :key or a.their_id = :theirs)
                order by f.grant_id
                """)
            .param("connection", connection)
            .param("key", key)
            .param("theirs", theirId)
            .query(Long.class)
            .list();
    for (long grant : grants) {
      Attempt last = hands.orders().held(grant).last();
      if (last != null && last.state() == State.DONE) {
        hands
            .rows()
            .end(
                new Ending(
                    last.id(),
                    "returned",
                    clock.instant(),
                    null,
                    null,
                    "came_back",
                    last.evidence(),
                    last.elsewhere()));
        hands.outcomes().cameBack(last.id(), grant);
      }
    }
  }
}

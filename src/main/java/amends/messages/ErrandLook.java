package amends.messages;

import amends.shared.Acts;
import amends.shared.Duty;
import amends.shared.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks at calls, letters and notes that wait for a colleague: whoever must not get theirs any more
 * is left out with the reason, and whoever has gone to bed is called in the morning.
 */
@Component
final class ErrandLook implements Duty {
  private static final int MOST = 200;

  private final JdbcClient sql;
  private final Acts acts;
  private final LastLook look;
  private final Receipts receipts;
  private final InstantSource clock;

  /** The last that was looked at; a node that starts begins anew. */
  private long after;

  ErrandLook(JdbcClient sql, Acts acts, LastLook look, Receipts receipts, InstantSource clock) {
    this.sql = sql;
    this.acts = acts;
    this.look = look;
    this.receipts = receipts;
    this.clock = clock;
  }

  private record Waiting(long id, long delivery) {}

  @Override
  public String name() {
    return "errands";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(30);
  }

  @Override
  public boolean perform() {
    List<Waiting> some = acts.call(this::someMore);
    after = some.size() < MOST ? 0 : some.getLast().id();
    return after > 0;
  }

  private List<Waiting> someMore() {
    List<Waiting> some = waiting();
    Map<Long, Verdict> verdicts = look.of(some.stream().map(Waiting::delivery).toList());
    for (Waiting one : some) {
      switch (verdicts.getOrDefault(one.delivery(), new Verdict.Go())) {
        case Verdict.Go go -> {}
        case Verdict.Gone gone -> {}
        case Verdict.Back(Instant until) -> putOff(one, until);
        case Verdict.Suppress(String why) -> {
          end(one);
          receipts.withheld(one.delivery(), why);
        }
      }
    }
    return some;
  }

  /** Whoever has one in hand at this moment decides on it. */
  private List<Waiting> waiting() {
    return sql.sql(
            """
            select e.id, e.delivery_id from errand e join delivery d on d.id = e.delivery_id
            where e.done_at is null and d.done_at is null and not d.mass
              and e.from_at <= :now and e.id > :after
            order by e.id limit :most for update of e skip locked
            """)
        .param("now", Sql.at(clock.instant()))
        .param("after", after)
        .param("most", MOST)
        .query((rs, n) -> new Waiting(rs.getLong("id"), rs.getLong("delivery_id")))
        .list();
  }

  private void putOff(Waiting one, Instant until) {
    sql.sql("update errand set from_at = :until where id = :id")
        .param("until", Sql.at(until))
        .param("id", one.id())
        .update();
  }

  private void end(Waiting one) {
    sql.sql("update errand set done_at = :now where id = :id")
        .param("now", Sql.at(clock.instant()))
        .param("id", one.id())
        .update();
  }
}

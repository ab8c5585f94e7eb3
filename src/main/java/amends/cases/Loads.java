package amends.cases;

import amends.shared.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much colleagues have in hand, where one hands over or assigns. */
@Component
public final class Loads {
  /** What counts as soon. */
  public static final Duration SOON = Duration.ofHours(4);

  private final JdbcClient sql;

  Loads(JdbcClient sql) {
    this.sql = sql;
  }

  /** Of these people; who has nothing in hand is not among them. */
  public Map<Long, Load> of(Collection<Long> people, Instant now) {
    Map<Long, Load> loads = new HashMap<>();
    sql.sql(
            """
            select owner_id, count(*) as open, count(*) filter (where next_due_at < :soon) as due_soon
            from amends_case where closed_at is null and owner_id = any(:people) and waiting is null
            group by owner_id
            """)
        .param("people", people.toArray(Long[]::new))
        .param("soon", Sql.at(now.plus(SOON)))
        .query(rs -> {
          loads.put(rs.getLong("owner_id"), new Load(rs.getInt("open"), rs.getInt("due_soon")));
        });
    return loads;
  }
}

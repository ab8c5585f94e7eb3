package amends.app;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.OutboxHold;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** After a restore nothing leaves the house until an operator has looked and released it. */
@Component
public final class Restored implements OutboxHold {
  private final JdbcClient sql;
  private final Acts acts;
  private final Journal journal;
  private final InstantSource clock;

  Restored(JdbcClient sql, Acts acts, Journal journal, InstantSource clock) {
    this.sql = sql;
    this.acts = acts;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public boolean held() {
    return sql.sql(
            """
            select exists (select from installation
             where restored_at is not null and released_at is null)
            """)
        .query(Boolean.class)
        .single();
  }

  /**
   * Lets mail go out again.
   *
   * @return false when nothing was held
   */
  public boolean release(Actor by) {
    return acts.call(() -> {
      int released =
          sql.sql(
                  """
                  update installation set released_at = :at
                   where restored_at is not null and released_at is null
                  """)
              .param("at", Sql.at(clock.instant()))
              .update();
      if (released > 0) {
        journal.record("installation.released", Subject.of("installation", 1), by, Map.of());
      }
      return released > 0;
    });
  }
}

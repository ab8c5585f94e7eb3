package amends.remedies.fulfilment;

import amends.messages.Notice;
import amends.messages.NoticeTruth;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** That something came back is told as long as no other way was found. */
@Component
final class CameBackTruth implements NoticeTruth {
  private final JdbcClient sql;

  CameBackTruth(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public String sourceKind() {
    return Attempt.KIND;
  }

  @Override
  public Set<Long> stillTrue(Notice.Kind kind, Collection<Long> sources) {
    return Set.copyOf(
        sql.sql(
                """
                select a.id from attempt a join fulfilment f on f.id = a.fulfilment_id
                join remedy_grant g on g.id = f.grant_id
                where a.id = any(:ids) and g.came_back_at is not null
                  and num_nonnulls(g.done_at, g.failed_at, g.stopped_at) = 0
                """)
            .param("ids", sources.toArray(Long[]::new))
            .query(Long.class)
            .list());
  }
}

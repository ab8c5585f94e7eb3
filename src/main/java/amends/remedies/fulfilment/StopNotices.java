package amends.remedies.fulfilment;

import amends.messages.Notice;
import amends.messages.NoticeTruth;
import amends.messages.Notices;
import amends.shared.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells by mail whoever stopped something that the customer has answered. */
@Component
final class StopNotices implements NoticeTruth {
  private final Notices notices;
  private final JdbcClient sql;

  StopNotices(Notices notices, JdbcClient sql) {
    this.notices = notices;
    this.sql = sql;
  }

  void answered(Stop stop, Subject about, Instant due) {
    notices.tell(
        List.of(
            new Notice(
                Notice.Kind.NEWS,
                Stop.subject(stop.id()),
                about,
                "remedies.stop.notice",
                due,
                stop.openedBy(),
                null)));
  }

  @Override
  public String sourceKind() {
    return Stop.KIND;
  }

  /** As long as nobody has decided. */
  @Override
  public Set<Long> stillTrue(Notice.Kind kind, Collection<Long> sources) {
    return Set.copyOf(
        sql.sql("select id from grant_stop where id = any(:ids) and decided_at is null")
            .param("ids", sources.toArray(Long[]::new))
            .query(Long.class)
            .list());
  }
}

package amends.remedies;

import amends.journal.Journal;
import amends.shared.Actor;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An approval that is undone answers nothing: the request waits for its approver again. */
@Component
final class Reopening {
  private final JdbcClient sql;
  private final RequestRows rows;
  private final RequestBell bell;
  private final InstantSource clock;
  private final Journal journal;

  Reopening(
      JdbcClient sql, RequestRows rows, RequestBell bell, InstantSource clock, Journal journal) {
    this.sql = sql;
    this.rows = rows;
    this.bell = bell;
    this.clock = clock;
    this.journal = journal;
  }

  /** Held before the order and the matter, as whoever answers it does. */
  void hold(RemedyGrant grant) {
    Long request = grant.requestId();
    if (request != null) {
      rows.held(request);
    }
  }

  /** Within the act that undoes it. Its deadline stands, and rings again. */
  void of(RemedyGrant grant, Actor by) {
    Long request = grant.requestId();
    if (request == null) {
      return;
    }
    sql.sql(
            """
            update remedy_request set approved_at = null, grant_id = null, answered_by = null,
              words = ''
            where id = :id and grant_id = :grant
            """)
        .param("id", request)
        .param("grant", grant.id())
        .update();
    bell.set(rows.find(request).orElseThrow(), clock.instant());
    journal.record("remedy.request_reopened", grant.about(), by, Map.of("request", request));
  }
}

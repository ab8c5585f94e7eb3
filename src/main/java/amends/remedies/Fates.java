package amends.remedies;

import amends.goods.StopMark;
import amends.goods.StopMarked;
import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of grants, as whoever pays and packs tells it. Heard before the rooms above. */
@Component
final class Fates {
  private final JdbcClient sql;
  private final GrantRows rows;
  private final GivenBack givenBack;
  private final Journal journal;
  private final Danger danger;
  private final Wholes wholes;

  Fates(JdbcClient sql, GrantRows rows, GivenBack givenBack, Journal journal, Danger danger) {
    this.sql = sql;
    this.rows = rows;
    this.givenBack = givenBack;
    this.journal = journal;
    this.danger = danger;
    this.wholes = new Wholes(sql);
  }

  /** Tells that what was given is no longer safe. */
  @Component
  record Danger(InstantSource clock, ApplicationEventPublisher events) {}

  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void on(RemedyDone event) {
    wholes.hold(event.grantId());
    int done =
        sql.sql(
                """
                update remedy_grant set done_at = :at, evidence_kind = :kind, evidence_id = :evidence
                where id = :id and done_at is null and failed_at is null and stopped_at is null
                """)
            .param("at", Sql.at(event.at()))
            .param("kind", event.evidence().kind())
            .param("evidence", event.evidence().id())
            .param("id", event.grantId())
            .update();
    if (done == 1) {
      tell("remedy.done", event.grantId(), Map.of());
      wholes.ended(event.grantId(), event.at());
    }
  }

  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void on(RemedyFailed event) {
    wholes.hold(event.grantId());
    int failed =
        sql.sql(
                """
                update remedy_grant set failed_at = :at, failed_reason = :reason
                where id = :id and num_nonnulls(done_at, failed_at, stopped_at) = 0
                """)
            .param("at", Sql.at(event.at()))
            .param("reason", event.reason())
            .param("id", event.grantId())
            .update();
    if (failed == 1) {
      ended(event.grantId(), event.at(), "remedy.failed", Map.of("reason", event.reason()));
    }
  }

  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void on(RemedyStopped event) {
    wholes.hold(event.grantId());
    if (mark(
        "stopped_at",
        event.grantId(),
        event.at(),
        "num_nonnulls(done_at, failed_at, stopped_at) = 0")) {
      ended(event.grantId(), event.at(), "remedy.stopped", Map.of());
    }
  }

  private void ended(long id, Instant at, String kind, Map<String, ?> payload) {
    givenBack.of(rows.find(id).orElseThrow());
    tell(kind, id, payload);
    wholes.ended(id, at);
  }

  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void on(RemedyReclaimed event) {
    if (mark(
        "reclaimed_at",
        event.grantId(),
        event.at(),
        "done_at is not null and reclaimed_at is null")) {
      tell("remedy.reclaimed", event.grantId(), Map.of());
    }
  }

  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void on(RemedyUnknown event) {
    if (mark(
        "unknown_at",
        event.grantId(),
        event.at(),
        "num_nonnulls(unknown_at, done_at, failed_at, stopped_at) = 0")) {
      tell("remedy.unknown", event.grantId(), Map.of());
    }
  }

  private boolean mark(String column, long id, Instant at, String only) {
    return sql.sql("update remedy_grant set %s = :at where id = :id and %s".formatted(column, only))
            .param("at", Sql.at(at))
            .param("id", id)
            .update()
        == 1;
  }

  /**
   * What was safe yesterday and is not today: whatever of it was given is named to the rooms above;
   * of a whole product also what was promised and for which no piece has been found yet.
   */
  @EventListener
  void on(StopMarked event) {
    Instant now = danger.clock().instant();
    StopMark mark = event.mark();
    List<Long> unsafe =
        sql.sql(
                """
                update remedy_grant g set unsafe_at = :now
                where g.unsafe_at is null and g.failed_at is null and g.stopped_at is null
                  and g.returned_at is null and (g.unit_id is not null
                    and exists (select from goods_v_stop_mark s
                      where s.unit_id = g.unit_id and s.mark_id = :mark)
                  or :whole and g.product_id = :product and g.unit_id is null and g.done_at is null)
                returning g.id
                """)
            .param("now", Sql.at(now))
            .param("mark", mark.id())
            .param("whole", mark.of().kind().equals("product"))
            .param("product", mark.productId())
            .query(Long.class)
            .list();
    Subject evidence = Subject.of("stop_mark", event.mark().id());
    for (long id : unsafe) {
      RemedyGrant grant = rows.find(id).orElseThrow();
      tell("remedy.unsafe", id, Map.of("mark", event.mark().id()));
      danger.events().publishEvent(new RemedyUnsafe(grant, evidence));
    }
  }

  private void tell(String kind, long id, Map<String, ?> payload) {
    RemedyGrant grant = rows.find(id).orElseThrow();
    Map<String, Object> all = new HashMap<>(payload);
    all.put("grant", id);
    journal.record(kind, grant.about(), Actor.SYSTEM, all);
  }
}

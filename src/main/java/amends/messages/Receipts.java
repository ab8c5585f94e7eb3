package amends.messages;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What becomes of a delivery after it has left our hands, as a provider's receipts or a colleague
 * say. They come in any order and any number of times: each is counted once, and what was delivered
 * stays so. Whoever calls has made sure of who says it.
 */
@Component
public final class Receipts {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Told told;

  Receipts(JdbcClient sql, InstantSource clock, Acts acts, Told told) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.told = told;
  }

  @Component
  record Told(Journal journal, Failures failures, ApplicationEventPublisher events) {}

  private record Row(
      long id,
      long messageId,
      Subject about,
      Medium medium,
      @Nullable Instant acceptedAt,
      @Nullable Instant deliveredAt,
      @Nullable Instant failedAt) {}

  /**
   * It is on its way: the provider has it, the letter is posted, the person was spoken to.
   *
   * @param reply one line of what was said
   * @return whether this was news
   */
  public boolean accepted(long deliveryId, String reply, Actor by) {
    return acts.call(() ->
        fresh(deliveryId, "accepted")
            .filter(row -> row.acceptedAt() == null && row.failedAt() == null)
            .map(row -> accept(row, reply, by))
            .orElse(false));
  }

  /** It reached the person's own device or door. What was never reported as accepted is so now. */
  public boolean delivered(long deliveryId, String reply) {
    return acts.call(() -> {
      Optional<Row> fresh = fresh(deliveryId, "delivered").filter(row -> row.failedAt() == null);
      fresh
          .filter(row -> row.acceptedAt() == null)
          .ifPresent(row -> accept(row, reply, Actor.SYSTEM));
      fresh.ifPresent(row -> {
        sql.sql("update delivery set delivered_at = :now, last_reply = :reply where id = :id")
            .param("now", Sql.at(clock.instant()))
            .param("reply", reply)
            .param("id", row.id())
            .update();
        told.journal().record("delivery.delivered", subject(row), Actor.SYSTEM, payload(row));
      });
      return fresh.isPresent();
    });
  }

  /**
   * It did not get there, or came back. What was delivered already stays so.
   *
   * @param permanent whether nothing reaches that address any more
   */
  public boolean failed(long deliveryId, String reason, boolean permanent) {
    return acts.call(() ->
        fresh(deliveryId, "failed")
            .filter(row -> row.deliveredAt() == null && row.failedAt() == null)
            .map(row -> fail(row, reason, permanent, null))
            .orElse(false));
  }

  /**
   * It must not go any more, and nobody has carried it yet.
   *
   * @param why the key of a text
   */
  boolean withheld(long deliveryId, String why) {
    return acts.call(() ->
        fresh(deliveryId, "failed")
            .filter(row -> row.acceptedAt() == null && row.failedAt() == null)
            .map(row -> fail(row, Deliveries.WITHHELD, false, why))
            .orElse(false));
  }

  /** Locked, and only for a receipt that has not been seen. */
  private Optional<Row> fresh(long deliveryId, String state) {
    Optional<Row> row =
        sql.sql(
                """
                select d.id, d.message_id, m.about_kind, m.about_id, d.channel, d.accepted_at,
                  d.delivered_at, d.failed_at
                from delivery d join message m on m.id = d.message_id
                where d.id = :id for update of d
                """)
            .param("id", deliveryId)
            .query((rs, n) ->
                new Row(
                    rs.getLong("id"),
                    rs.getLong("message_id"),
                    Subject.of(rs.getString("about_kind"), rs.getLong("about_id")),
                    Medium.of(rs.getString("channel")),
                    Sql.instantOrNull(rs, "accepted_at"),
                    Sql.instantOrNull(rs, "delivered_at"),
                    Sql.instantOrNull(rs, "failed_at")))
            .optional();
    return row.filter(r ->
        sql.sql(
                    """
                    insert into receipt (delivery_id, state, received_at)
                    values (:id, :state, :now) on conflict do nothing
                    """)
                .param("id", r.id())
                .param("state", state)
                .param("now", Sql.at(clock.instant()))
                .update()
            == 1);
  }

  private boolean accept(Row row, String reply, Actor by) {
    Instant now = clock.instant();
    sql.sql(
            """
            update delivery set accepted_at = :now, last_reply = :reply, sending_at = null,
              done_at = :now, leased_until = null, trouble = null, fence = fence + 1
            where id = :id
            """)
        .param("now", Sql.at(now))
        .param("reply", reply)
        .param("id", row.id())
        .update();
    told.journal().record("delivery.accepted", subject(row), by, payload(row));
    told.events().publishEvent(new DeliveryAccepted(row.id(), row.messageId(), row.about(), now));
    return true;
  }

  private boolean fail(Row row, String reason, boolean permanent, @Nullable String why) {
    sql.sql(
            """
            update delivery set failed_at = :now, failed_why = :reason, permanent = :permanent,
              last_reply = :reason, sending_at = null, done_at = coalesce(done_at, :now),
              leased_until = null, fence = fence + 1, suppressed_why = :why
            where id = :id
            """)
        .param("now", Sql.at(clock.instant()))
        .param("why", why, java.sql.Types.VARCHAR)
        .param("reason", reason)
        .param("permanent", permanent)
        .param("id", row.id())
        .update();
    told.failures()
        .failed(
            new Failures.Failed(
                "delivery.failed",
                row.id(),
                row.messageId(),
                row.about(),
                row.medium(),
                reason,
                permanent),
            payload(row));
    return true;
  }

  private static Subject subject(Row row) {
    return Subject.of("delivery", row.id());
  }

  private static Map<String, Object> payload(Row row) {
    return Map.of("message", row.messageId());
  }
}

package amends.messages;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a report says about one delivery: whoever has given up ends it, also where nobody here knew
 * yet whether it was taken and it would be tried again; and only a dead address ends the address.
 */
@Component
final class Bounces {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final Journal journal;
  private final Failures failures;

  Bounces(JdbcClient sql, InstantSource clock, Journal journal, Failures failures) {
    this.sql = sql;
    this.clock = clock;
    this.journal = journal;
    this.failures = failures;
  }

  boolean record(long deliveryId, ReadMail.Bounce bounce) {
    return sql.sql(
            """
            with before as (select id, failed_at, permanent, last_reply from delivery
              where id = :id for update)
            update delivery d set
              last_reply = case when :over or before.failed_at is null then :reason
                else d.last_reply end,
              failed_at = case when :over then coalesce(d.failed_at, :now) else d.failed_at end,
              failed_why = case when :over then coalesce(d.failed_why, :reason) else d.failed_why end,
              permanent = case when :over then coalesce(d.permanent, false) or :hard
                else d.permanent end,
              done_at = case when :over then coalesce(d.done_at, :now) else d.done_at end,
              leased_until = case when :over then null else d.leased_until end,
              sending_at = case when :over then null else d.sending_at end,
              fence = d.fence + case when :over and d.done_at is null then 1 else 0 end
            from before where d.id = before.id
            returning d.message_id, before.failed_at is not null as known,
              case when :over then before.failed_at is null or (:hard and before.permanent is not true)
                else before.failed_at is null and before.last_reply is distinct from :reason
              end as news
            """)
        .param("id", deliveryId)
        .param("reason", reason(bounce))
        .param("over", bounce.ended())
        .param("hard", hard(bounce))
        .param("now", Sql.at(clock.instant()))
        .query((rs, n) ->
            new Told(rs.getLong("message_id"), rs.getBoolean("known"), rs.getBoolean("news")))
        .optional()
        .map(told -> tell(deliveryId, told, bounce))
        .orElse(false);
  }

  /**
   * @param known whether it had failed before
   * @param news whether it says more than was known: reports come several times, and in any order
   */
  private record Told(long messageId, boolean known, boolean news) {}

  private boolean tell(long deliveryId, Told told, ReadMail.Bounce bounce) {
    Map<String, Object> payload = Map.of("message", told.messageId(), "reason", bounce.reason());
    if (bounce.ended() && !told.known()) {
      failures.failed(
          new Failures.Failed(
              "delivery.bounced",
              deliveryId,
              told.messageId(),
              about(told.messageId()),
              Medium.EMAIL,
              reason(bounce),
              hard(bounce)),
          payload);
    } else if (told.news()) {
      journal.record(
          bounce.ended() ? "delivery.bounced" : "delivery.delayed",
          Subject.of("delivery", deliveryId),
          Actor.SYSTEM,
          payload);
    }
    return true;
  }

  private static boolean hard(ReadMail.Bounce bounce) {
    return bounce.ended() && bounce.type() == ReadMail.Bounce.Type.HARD;
  }

  private Subject about(long messageId) {
    return sql.sql("select about_kind, about_id from message where id = :id")
        .param("id", messageId)
        .query((rs, n) -> Subject.of(rs.getString(1), rs.getLong(2)))
        .single();
  }

  private static String reason(ReadMail.Bounce bounce) {
    String status = bounce.status() == null ? "" : bounce.status() + " ";
    String words = bounce.words().isEmpty() ? bounce.reason() : bounce.words();
    String reason = (status + words).strip();
    return reason.length() > 500 ? reason.substring(0, 500) : reason;
  }
}

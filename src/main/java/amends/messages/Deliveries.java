package amends.messages;

import amends.customers.Purpose;
import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.shared.WorkRows;
import amends.shared.WorkRows.Lease;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The deliveries as work: taken, and recorded with what came of them. */
final class Deliveries {
  /** What is said of a delivery beside the reason why it was not to go any more. */
  static final String WITHHELD = "It is not tried any more.";

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Journal journal;
  private final ApplicationEventPublisher events;
  private final Failures failures;
  private final WorkRows rows;

  Deliveries(
      JdbcClient sql,
      InstantSource clock,
      Journal journal,
      ApplicationEventPublisher events,
      Failures failures) {
    this.sql = sql;
    this.clock = clock;
    this.journal = journal;
    this.events = events;
    this.failures = failures;
    this.rows = new WorkRows(sql, clock, "delivery").among("mass", "false");
  }

  /** One delivery, taken. */
  record Task(
      Lease lease,
      long messageId,
      Subject about,
      Medium medium,
      Purpose purpose,
      int ambiguousTries,
      Instant giveUpAt) {
    /** Whether one more try of unknown end would be one too many. */
    boolean isSpent() {
      return ambiguousTries >= Repeats.most(medium, purpose);
    }

    /** Whether it was tried so often already. */
    boolean isOverspent() {
      return ambiguousTries > Repeats.most(medium, purpose);
    }

    Subject subject() {
      return Subject.of("delivery", lease.id());
    }
  }

  /**
   * Takes deliveries and marks them as being sent, before a byte leaves. Whichever is found marked
   * already was being sent when its courier vanished: nobody knows whether it was taken. The time
   * in which it is given up begins with the first try: until then it may have waited for a mail
   * server, or for the release after a restore.
   */
  List<Task> take(Medium medium, Set<Long> shut, int most, Duration lease) {
    WorkRows queue = rows.among("channel", medium.code()).without("connection_id", shut);
    return queue.claim(most, lease).stream().map(this::mark).toList();
  }

  private Task mark(Lease lease) {
    return sql.sql(
            """
            update delivery d set sending_at = :now,
              give_up_at = case when d.attempts = 1 then :giveUp else d.give_up_at end,
              ambiguous_tries = d.ambiguous_tries + case when d.sending_at is null then 0 else 1 end
            from message m where d.id = :id and m.id = d.message_id
            returning d.message_id, m.about_kind, m.about_id, d.channel, m.purpose,
              d.ambiguous_tries, d.give_up_at
            """)
        .param("now", Sql.at(clock.instant()))
        .param("giveUp", Sql.at(clock.instant().plus(Sending.TRIED_FOR)))
        .param("id", lease.id())
        .query((rs, n) ->
            new Task(
                lease,
                rs.getLong("message_id"),
                Subject.of(rs.getString("about_kind"), rs.getLong("about_id")),
                Medium.of(rs.getString("channel")),
                Purpose.of(rs.getString("purpose")),
                rs.getInt("ambiguous_tries"),
                Sql.instant(rs, "give_up_at")))
        .single();
  }

  void accepted(Task task, Answer.Accepted answer) {
    Instant now = clock.instant();
    sql.sql(
            """
            update delivery set accepted_at = coalesce(accepted_at, :now), last_reply = :reply,
              sending_at = null, provider_ref = coalesce(provider_ref, nullif(:ref, ''))
            where id = :id
            """)
        .param("now", Sql.at(now))
        .param("reply", answer.reply())
        .param("ref", answer.reference())
        .param("id", task.lease().id())
        .update();
    rows.finish(task.lease());
    journal.record("delivery.accepted", task.subject(), Actor.SYSTEM, payload(task));
    events.publishEvent(
        new DeliveryAccepted(task.lease().id(), task.messageId(), task.about(), now));
  }

  void failed(Task task, String reason, boolean permanent) {
    ended(task, reason, permanent, null);
  }

  /**
   * It must not go there any more: it ends as what failed does, and goes another way where there is
   * one.
   *
   * @param why the key of a text
   */
  void withheld(Task task, String why) {
    ended(task, WITHHELD, false, why);
  }

  private void ended(Task task, String reason, boolean permanent, @Nullable String why) {
    sql.sql(
            """
            update delivery set failed_at = :now, failed_why = :reason, permanent = :permanent,
              last_reply = :reason, sending_at = null, suppressed_why = :why
            where id = :id
            """)
        .param("why", why, Types.VARCHAR)
        .param("now", Sql.at(clock.instant()))
        .param("reason", reason)
        .param("permanent", permanent)
        .param("id", task.lease().id())
        .update();
    rows.finish(task.lease());
    failures.failed(
        new Failures.Failed(
            "delivery.failed",
            task.lease().id(),
            task.messageId(),
            task.about(),
            task.medium(),
            reason,
            permanent),
        payload(task));
  }

  /** Nothing is wrong with it: it may not go for now, and this was no try. */
  void waits(Task task, @Nullable String reply, Instant until) {
    if (rows.putBack(task.lease(), until, reply)) {
      sql.sql("update delivery set sending_at = null, attempts = attempts - 1 where id = :id")
          .param("id", task.lease().id())
          .update();
    }
  }

  /**
   * Puts it back, to be tried again.
   *
   * @param ambiguous whether this try may have been taken all the same
   */
  void later(Task task, String reply, Instant readyAt, boolean ambiguous) {
    if (!rows.putBack(task.lease(), readyAt, reply)) {
      return;
    }
    sql.sql(
            """
            update delivery set last_reply = :reply, sending_at = null,
              ambiguous_tries = ambiguous_tries + :ambiguous
            where id = :id
            """)
        .param("reply", reply)
        .param("ambiguous", ambiguous ? 1 : 0)
        .param("id", task.lease().id())
        .update();
    journal.record(
        ambiguous ? "delivery.ambiguous" : "delivery.delayed",
        task.subject(),
        Actor.SYSTEM,
        payload(task));
  }

  private static Map<String, Object> payload(Task task) {
    return Map.of("message", task.messageId(), "try", task.lease().attempts());
  }
}

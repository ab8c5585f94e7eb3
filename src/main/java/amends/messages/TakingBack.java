package amends.messages;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Subject;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes back what has not left yet. The delivery's row decides: the courier that claims it and the
 * person who takes it back meet at its lock, and one of them comes too late.
 */
@Component
public final class TakingBack {
  /** Why it was not sent. */
  static final String REASON = "messages.not-sent.taken-back";

  private final JdbcClient sql;
  private final Journal journal;
  private final ApplicationEventPublisher events;

  TakingBack(JdbcClient sql, Journal journal, ApplicationEventPublisher events) {
    this.sql = sql;
    this.journal = journal;
    this.events = events;
  }

  /**
   * In the caller's act. The message stays in the record as not sent, and out of every list.
   *
   * @return false when a courier has it already: then nothing was done
   */
  public boolean takeBack(long messageId, Subject about, Actor by) {
    int rows =
        sql.sql(
                """
                delete from delivery where message_id = :id and done_at is null
                  and sending_at is null and attempts = 0 and leased_until is null
                """)
            .param("id", messageId)
            .update();
    if (rows == 0) {
      return false;
    }
    sql.sql("update message set not_sent = :reason where id = :id")
        .param("reason", REASON)
        .param("id", messageId)
        .update();
    journal.record(
        "message.taken_back",
        Subject.of("message", messageId),
        by,
        Map.of("about_kind", about.kind(), "about", about.id()));
    events.publishEvent(new MessageTakenBack(messageId, about, by));
    return true;
  }
}

package amends.messages;

import amends.shared.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many automatic messages one address gets at most. Two programs that answer each other stop
 * here, whatever their headers say.
 */
@Component
final class Caps {
  static final int AN_HOUR = 5;
  static final int A_DAY = 20;

  /** How often an answer within an hour may be answered by us again, in one matter. */
  static final int ROUNDS = 3;

  private final JdbcClient sql;
  private final InstantSource clock;

  Caps(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Gives an automatic message its number, and lets one at a time through for an address until the
   * act ends: two that count together would both find room for one. The count comes in a statement
   * of its own, which sees what the one before has committed.
   */
  long begin(Outgoing draft) {
    return sql.sql(
            """
            select nextval('message_id_seq') as id,
              pg_advisory_xact_lock(hashtextextended('messages.caps ' || lower(:address), 0))
            """)
        .param("address", draft.toAddress())
        .query((rs, n) -> rs.getLong("id"))
        .single();
  }

  /** Why an automatic message would be one too many; null when it would not. */
  @Nullable String stop(Outgoing draft) {
    Sent sent = sent(draft, clock.instant());
    if (draft.kind() == Outgoing.Kind.ACKNOWLEDGEMENT && sent.acknowledged()) {
      return "messages.not-sent.acknowledged";
    }
    if (sent.lastHour() >= AN_HOUR) {
      return "messages.not-sent.hour";
    }
    if (sent.lastDay() >= A_DAY) {
      return "messages.not-sent.day";
    }
    return sent.rounds() >= ROUNDS ? "messages.not-sent.loop" : null;
  }

  /**
   * @param rounds in the last hour and in this matter: what we sent by ourselves and what came back
   */
  private record Sent(boolean acknowledged, long lastHour, long lastDay, long rounds) {}

  private Sent sent(Outgoing draft, Instant now) {
    return sql.sql(
            """
            select exists (select from message
              where kind = 'acknowledgement' and not_sent is null
                and about_kind = :aboutKind and about_id = :aboutId
                and lower(address) = lower(:address)) as acknowledged,
              count(*) filter (where occurred_at > :hour) as hour, count(*) as day,
              (select least(
                  count(*) filter (where direction = 'out' and automatic and not_sent is null),
                  count(*) filter (where direction = 'in'))
                from message
                where about_kind = :aboutKind and about_id = :aboutId and occurred_at > :hour
                  and lower(address) = lower(:address)) as rounds
            from message
            where automatic and not_sent is null and lower(address) = lower(:address)
              and occurred_at > :day
            """)
        .param("aboutKind", draft.about().kind())
        .param("aboutId", draft.about().id())
        .param("address", draft.toAddress())
        .param("hour", Sql.at(now.minus(Duration.ofHours(1))))
        .param("day", Sql.at(now.minus(Duration.ofDays(1))))
        .query((rs, n) ->
            new Sent(
                rs.getBoolean("acknowledged"),
                rs.getLong("hour"),
                rs.getLong("day"),
                rs.getLong("rounds")))
        .single();
  }
}

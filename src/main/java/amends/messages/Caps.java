package amends.messages;

import amends.shared.Sql;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.stereotype.Component;

/**
 * How many automatic messages one mailbox gets at most, under whatever tags behind a plus sign it
 * is written to. Two programs that answer each other stop here, whatever their headers say.
 */
@Component
final class Caps {
  static final int AN_HOUR = 5;
  static final int A_DAY = 20;

  /** How often an answer within an hour may be answered by us again, in one matter. */
  static final int ROUNDS = 3;

  private final JdbcOperations jdbc;
  private final InstantSource clock;

  Caps(JdbcOperations jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The number of an automatic message.
   *
   * @param stop why it would be one too many; null when it would not
   */
  record Begun(long messageId, @Nullable String stop) {}

  /**
   * Gives an automatic message its number, and counts what its address has got. One at a time comes
   * through for an address until the act ends: two that count together would both find room for
   * one.
   */
  Begun begin(Outgoing draft) {
    Sent sent = sent(draft, clock.instant());
    return new Begun(sent.messageId(), stop(draft, sent));
  }

  private static @Nullable String stop(Outgoing draft, Sent sent) {
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
  private record Sent(
      long messageId, boolean acknowledged, long lastHour, long lastDay, long rounds) {}

  /**
   * Two statements on one way to the database: the count is one of its own, so that it sees what
   * the lock has waited for.
   */
  private static final String LOCK_AND_COUNT =
      """
      select pg_advisory_xact_lock(hashtextextended('messages.caps '
        || regexp_replace(lower(?), '\\+[^@]*@', '@'), 0));
      select nextval('message_id_seq') as id, exists (select from message
          where kind = 'acknowledgement' and not_sent is null
            and about_kind = ? and about_id = ?
            and channel = ? and lower(address) = lower(?)) as acknowledged,
        count(*) filter (where occurred_at > ?) as hour, count(*) as day,
        (select least(
            count(*) filter (where direction = 'out' and automatic and not_sent is null),
            count(*) filter (where direction = 'in'))
          from message
          where about_kind = ? and about_id = ? and occurred_at > ?
            and lower(address) = lower(?)) as rounds
      from message
      where automatic and not_sent is null and occurred_at > ?
        and regexp_replace(lower(address), '\\+[^@]*@', '@')
          = regexp_replace(lower(?), '\\+[^@]*@', '@')
      """;

  private Sent sent(Outgoing draft, Instant now) {
    Object[] given = {
      draft.toAddress(),
      draft.about().kind(),
      draft.about().id(),
      draft.medium().code(),
      draft.toAddress(),
      Sql.at(now.minus(Duration.ofHours(1))),
      draft.about().kind(),
      draft.about().id(),
      Sql.at(now.minus(Duration.ofHours(1))),
      draft.toAddress(),
      Sql.at(now.minus(Duration.ofDays(1))),
      draft.toAddress()
    };
    return Objects.requireNonNull(
        jdbc.execute(
            LOCK_AND_COUNT,
            (PreparedStatementCallback<Sent>)
                statement -> {
                  for (int i = 0; i < given.length; i++) {
                    statement.setObject(i + 1, given[i]);
                  }
                  statement.execute();
                  statement.getMoreResults();
                  try (ResultSet rs = statement.getResultSet()) {
                    rs.next();
                    return new Sent(
                        rs.getLong("id"),
                        rs.getBoolean("acknowledged"),
                        rs.getLong("hour"),
                        rs.getLong("day"),
                        rs.getLong("rounds"));
                  }
                }));
  }
}

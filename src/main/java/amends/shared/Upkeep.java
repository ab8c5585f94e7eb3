package amends.shared;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How it goes with the lines to programs outside, such as providers: rows that can be switched off,
 * rest after they failed, and tell when they worked last. Their table has the columns {@code
 * off_at, paused_until, failing, worked_at, trouble, trouble_at}. Call it within an act.
 */
public final class Upkeep {
  /** So often in a row one may fail before it is left alone for a while. */
  private static final int PATIENCE = 3;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
  private static final String WELL =
      "failing = 0, paused_until = null, trouble = null, trouble_at = null";

  private final JdbcClient sql;
  private final String table;

  /**
   * @param table the room's own
   */
  public Upkeep(JdbcClient sql, String table) {
    if (!table.matches("[a-z_]+")) {
      throw new IllegalArgumentException("not a table name: " + table);
    }
    this.sql = sql;
    this.table = table;
  }

  /** Off from this moment, or on again where it is null; what went wrong before is forgotten. */
  public void turn(long id, @Nullable Instant offAt) {
    sql.sql("update %s set off_at = :off, %s where id = :id".formatted(table, WELL))
        .param("off", Sql.atOrNull(offAt), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("id", id)
        .update();
  }

  /** Written every ten seconds at most, so that a busy line is not one hot row. */
  public void worked(long id, Instant now) {
    sql.sql(
            """
            update %s set worked_at = :now, %s
            where id = :id
              and (failing > 0 or trouble is not null or worked_at is null
                or worked_at < cast(:now as timestamptz) - interval '10 seconds')
            """
                .formatted(table, WELL))
        .param("now", Sql.at(now))
        .param("id", id)
        .update();
  }

  /**
   * It did not work, which is no reason to leave it alone.
   *
   * @return how often it has failed in a row now
   */
  public int note(long id, String trouble, Instant now) {
    return sql.sql(
            """
            update %s set failing = failing + 1, trouble = :trouble, trouble_at = :now
            where id = :id returning failing
            """
                .formatted(table))
        .param("trouble", trouble)
        .param("now", Sql.at(now))
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  /** It failed at work: after some of these in a row it rests, and longer each time. */
  public void failed(long id, String trouble, Instant now) {
    int failing = note(id, trouble, now);
    if (failing >= PATIENCE) {
      Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failing - PATIENCE, 10));
      rest(id, now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
    }
  }

  /** Until then, or longer where it rests longer already. */
  public void rest(long id, Instant until) {
    sql.sql(
            """
            update %s set paused_until = greatest(coalesce(paused_until, :until), :until)
            where id = :id
            """
                .formatted(table))
        .param("until", Sql.at(until))
        .param("id", id)
        .update();
  }
}

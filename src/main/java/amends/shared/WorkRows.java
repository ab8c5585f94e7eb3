package amends.shared;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The one engine for work that is handed over through a row. A table of work rows has the columns
 *
 * <pre>
 *   ready_at     timestamptz not null   -- not before this moment
 *   leased_until timestamptz            -- somebody has it until then
 *   fence        bigint not null default 0
 *   attempts     int not null default 0
 *   trouble      text                   -- what went wrong last time
 *   done_at      timestamptz            -- null while it is owed
 * </pre>
 *
 * and a partial index on {@code ready_at} where {@code done_at is null}. A claim raises the fence;
 * whoever comes back after its lease ran out finds a higher fence and may not finish. So a node may
 * die, sleep or be cut off at any moment: the row is taken up again, and done once.
 */
public final class WorkRows {
  private static final int TROUBLE_LENGTH = 500;
  private static final Duration LONGEST_BACK_OFF = Duration.ofHours(1);

  private final JdbcClient sql;
  private final InstantSource clock;
  private final String table;
  private final String among;

  public WorkRows(JdbcClient sql, InstantSource clock, String table) {
    this(sql, clock, table, "");
    if (!table.matches("[a-z_]+")) {
      throw new IllegalArgumentException("not a table name: " + table);
    }
  }

  private WorkRows(JdbcClient sql, InstantSource clock, String table, String among) {
    this.sql = sql;
    this.clock = clock;
    this.table = table;
    this.among = among;
  }

  /**
   * Only those of the rows that have this word in this column, as a queue of its own.
   *
   * @param word a code, as it stands in the text of each statement
   */
  public WorkRows among(String column, String word) {
    if (!column.matches("[a-z_]+") || !word.matches("[a-z_]+")) {
      throw new IllegalArgumentException("not a column and a code: " + column + " " + word);
    }
    return new WorkRows(sql, clock, table, among + " and " + column + " = '" + word + "'");
  }

  /** Only those of the rows that have this number in this column, as a queue of its own. */
  public WorkRows among(String column, long number) {
    if (!column.matches("[a-z_]+")) {
      throw new IllegalArgumentException("not a column: " + column);
    }
    return new WorkRows(sql, clock, table, among + " and " + column + " = " + number);
  }

  /** Without those rows that have one of these numbers in this column. */
  public WorkRows without(String column, Collection<Long> numbers) {
    if (!column.matches("[a-z_]+")) {
      throw new IllegalArgumentException("not a column: " + column);
    }
    if (numbers.isEmpty()) {
      return this;
    }
    String list = numbers.stream().sorted().map(String::valueOf).collect(joining(", "));
    String shut = " and (%1$s is null or %1$s not in (%2$s))".formatted(column, list);
    return new WorkRows(sql, clock, table, among + shut);
  }

  /** The right to work on one row until a moment, proved by its fence. */
  public record Lease(long id, long fence, int attempts) {}

  /** Somebody else has taken the row since; what was done in this transaction must be undone. */
  public static final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLost(String table, Lease lease) {
      super("the lease on " + table + " " + lease.id() + " was lost");
    }
  }

  /** Takes up to {@code most} rows that are ready, oldest first, for the length of the lease. */
  public List<Lease> claim(int most, Duration lease) {
    return claim(most, lease, "", "", WorkRows::lease);
  }

  /**
   * Takes rows, notes in the same statement that they were taken, and reads them.
   *
   * @param also further columns to set, each behind a comma; may name {@code :now}
   * @param columns further columns to read, each behind a comma
   * @param mapper of a row that begins with id, fence and attempts
   */
  public <T> List<T> claim(
      int most, Duration lease, String also, String columns, RowMapper<T> mapper) {
    Instant now = clock.instant();
    // The number stands in the text: with a parameter there, PostgreSQL plans each claim anew,
    // and that was measured to take longer than the claim.
    return sql.sql(
            """
            update %1$s set leased_until = :until, fence = fence + 1, attempts = attempts + 1%4$s
            where id in (
              select id from %1$s
              where done_at is null and ready_at <= :now
                and (leased_until is null or leased_until <= :now)%3$s
              order by ready_at limit %2$d for update skip locked)
            returning id, fence, attempts%5$s
            """
                .formatted(table, most, among, also, columns))
        .param("now", Sql.at(now))
        .param("until", Sql.at(now.plus(lease)))
        .query(mapper)
        .list();
  }

  /** The lease that a row which was just claimed begins with. */
  public static Lease lease(ResultSet rs, int n) throws SQLException {
    return new Lease(rs.getLong(1), rs.getLong(2), rs.getInt(3));
  }

  /** Takes rows for the length of this transaction only; a rollback gives them back untouched. */
  public List<Long> hold(int most) {
    return sql.sql(
            """
            select id from %s
            where done_at is null and ready_at <= :now
              and (leased_until is null or leased_until <= :now)%s
            order by ready_at limit :most for update skip locked
            """
                .formatted(table, among))
        .param("now", Sql.at(clock.instant()))
        .param("most", most)
        .query(Long.class)
        .list();
  }

  /** Ends what {@link #hold} took, in one statement. */
  public void finishHeld(List<Long> ids) {
    sql.sql("update %s set done_at = :now where id = any(:ids)".formatted(table))
        .param("now", Sql.at(clock.instant()))
        .param("ids", ids.toArray(Long[]::new))
        .update();
  }

  /**
   * Ends the work. Call it in the transaction that records its result.
   *
   * @throws LeaseLost when somebody else has claimed the row since
   */
  public void finish(Lease lease) {
    finish(lease, Map.of());
  }

  /**
   * Ends the work and notes in the same statement what became of it.
   *
   * @param result values of further columns of the row, by their names
   * @throws LeaseLost when somebody else has claimed the row since
   */
  public void finish(Lease lease, Map<String, ?> result) {
    String also =
        result.keySet().stream().sorted().map(c -> ", " + c + " = :" + c).collect(joining());
    int rows =
        sql.sql(
                "update %s set done_at = :now, leased_until = null, trouble = null%s where id = :id and fence = :fence and done_at is null"
                    .formatted(table, also))
            .params(result)
            .param("now", Sql.at(clock.instant()))
            .param("id", lease.id())
            .param("fence", lease.fence())
            .update();
    if (rows == 0) {
      throw new LeaseLost(table, lease);
    }
  }

  /**
   * Work that has been done.
   *
   * @param result values of further columns of the row, by their names
   */
  public record Done(Lease lease, Map<String, ?> result) {}

  /**
   * Ends several pieces of work in one statement, each with what became of it.
   *
   * @param columns the further columns that a result may name, with their SQL types; what a result
   *     leaves out stays as it is
   * @throws LeaseLost when somebody else has claimed one of the rows since
   */
  public void finishAll(List<Done> all, Map<String, String> columns) {
    Set<Long> ended = finishOwn(all, columns, "");
    for (Done done : all) {
      if (!ended.contains(done.lease().id())) {
        throw new LeaseLost(table, done.lease());
      }
    }
  }

  /**
   * Ends those of several pieces of work that nobody else has claimed since.
   *
   * @param also further columns to set for all of them, each behind a comma; may name {@code :now}
   * @return which were ended
   */
  public Set<Long> finishOwn(List<Done> all, Map<String, String> columns, String also) {
    return new WorkEnds(sql, clock, table).finish(all, columns, also);
  }

  /**
   * Goes on with the work for as long again, and notes how far it is. Call it in the transaction
   * that takes it there.
   *
   * @param result values of further columns of the row, by their names
   * @throws LeaseLost when somebody else has claimed the row since
   */
  public void keep(Lease lease, Duration longer, Map<String, ?> result) {
    String also =
        result.keySet().stream().sorted().map(c -> ", " + c + " = :" + c).collect(joining());
    int rows =
        sql.sql(
                "update %s set leased_until = :until%s where id = :id and fence = :fence and done_at is null"
                    .formatted(table, also))
            .params(result)
            .param("until", Sql.at(clock.instant().plus(longer)))
            .param("id", lease.id())
            .param("fence", lease.fence())
            .update();
    if (rows == 0) {
      throw new LeaseLost(table, lease);
    }
  }

  /** Puts the row back, to be tried at a later moment. False when somebody else has it by now. */
  public boolean putBack(Lease lease, Instant readyAt, @Nullable String trouble) {
    return sql.sql(
                "update %s set leased_until = null, ready_at = :ready, trouble = :trouble where id = :id and fence = :fence and done_at is null"
                    .formatted(table))
            .param("ready", Sql.at(readyAt))
            .param("trouble", shortened(trouble))
            .param("id", lease.id())
            .param("fence", lease.fence())
            .update()
        == 1;
  }

  /**
   * Puts several rows back, each to be tried at its own moment, those that nobody else has by now.
   *
   * @param also further columns to set for all of them, each behind a comma
   */
  public void putBackAll(Map<Lease, Instant> all, String also) {
    new WorkEnds(sql, clock, table).putBack(all, also);
  }

  /** Notes that work on a row failed which was taken by {@link #hold}, and when to try it again. */
  public void backOff(long id, String trouble) {
    sql.sql(
            """
            update %s set attempts = attempts + 1, trouble = :trouble,
              ready_at = cast(:now as timestamptz) + least(:longest, power(2, least(attempts, 20))) * interval '1 second'
            where id = :id and done_at is null
            """
                .formatted(table))
        .param("trouble", shortened(trouble))
        .param("now", Sql.at(clock.instant()))
        .param("longest", LONGEST_BACK_OFF.toSeconds())
        .param("id", id)
        .update();
  }

  /**
   * How much is owed: rows that are ready, the oldest of them, rows that have failed, and those of
   * the ready ones that somebody has in hand.
   */
  public record Depth(long ready, @Nullable Instant oldest, long troubled, long leased) {}

  /** A row that has failed so far, and when it is tried again. */
  public record Stuck(long id, int attempts, String trouble, Instant readyAt) {}

  /** Rows that have failed and are still owed, the most often tried first. */
  public List<Stuck> stuck(int most) {
    return sql.sql(
            """
            select id, attempts, trouble, ready_at from %s
            where done_at is null and trouble is not null%s
            order by attempts desc, id limit :most
            """
                .formatted(table, among))
        .param("most", most)
        .query((rs, n) ->
            new Stuck(
                rs.getLong("id"),
                rs.getInt("attempts"),
                rs.getString("trouble"),
                Sql.instant(rs, "ready_at")))
        .list();
  }

  public Depth depth() {
    return sql.sql(
            """
            select count(*) filter (where ready_at <= :now) as ready,
              min(ready_at) filter (where ready_at <= :now) as oldest,
              count(*) filter (where trouble is not null) as troubled,
              count(*) filter (where leased_until > :now) as leased
            from %s where done_at is null%s
            """
                .formatted(table, among))
        .param("now", Sql.at(clock.instant()))
        .query((rs, n) ->
            new Depth(
                rs.getLong("ready"),
                Sql.instantOrNull(rs, "oldest"),
                rs.getLong("troubled"),
                rs.getLong("leased")))
        .single();
  }

  private static @Nullable String shortened(@Nullable String trouble) {
    return trouble == null || trouble.length() <= TROUBLE_LENGTH
        ? trouble
        : trouble.substring(0, TROUBLE_LENGTH);
  }
}

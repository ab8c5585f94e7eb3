package amends.remedies;

import amends.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether like cases got like remedies. It compares cases, never people who give. */
@Component
public final class Fairness {
  private static final Duration LOOKED_BACK = Duration.ofDays(365);
  private static final double LEAST = 0.8;
  private static final double MOST = 1.25;
  private static final int ENOUGH = 30;

  private final JdbcClient sql;
  private final InstantSource clock;

  Fairness(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * What like cases received in all, in minor units.
   *
   * @param kinds the kinds that were given, the most frequent first
   */
  public record Like(
      long count, long median, long lower, long upper, String currency, List<Remedy.Kind> kinds) {
    public Like {
      kinds = List.copyOf(kinds);
    }
  }

  /**
   * One group of like cases.
   *
   * @param count cases, not grants
   * @param ratio its median by that of all cases of the cause, severity and currency
   * @param flagged outside 0.8 to 1.25 with at least 30 of them
   */
  public record Group(
      String cause,
      Severity severity,
      String segment,
      String currency,
      long count,
      long median,
      long lower,
      long upper,
      double ratio,
      boolean flagged) {}

  /** What one case received counts once, however many grants it took. */
  private static final String CASES =
      """
      select g.cause, g.severity, g.segment, g.currency, g.subject_kind, g.subject_id,
        cast(sum(g.amount_minor) as bigint) as minor
      from remedy_grant g
      where g.cause is not null and g.granted_at >= :from and g.granted_at < :to
        and g.failed_at is null and g.stopped_at is null and g.reclaimed_at is null %s
      group by g.cause, g.severity, g.segment, g.currency, g.subject_kind, g.subject_id
      """;

  /** A disc is a figure that somebody received: no money is made up between two of them. */
  private static final String FIGURES =
      """
      count(*) as cases,
      percentile_disc(0.5) within group (order by minor) as median,
      percentile_disc(0.25) within group (order by minor) as lower,
      percentile_disc(0.75) within group (order by minor) as upper\
      """;

  /** For the agent: what was given in cases like this in the last year; count 0 for none. */
  public Like like(@Nullable String cause, Severity severity, String currency) {
    if (cause == null) {
      return new Like(0, 0, 0, 0, currency, List.of());
    }
    Instant now = clock.instant();
    String alike = "and g.cause = :cause and g.severity = :severity and g.currency = :currency";
    return sql.sql(
            """
            with alike as (%s)
            select %s, array(
              select g.kind from remedy_grant g
              where g.granted_at >= :from and g.granted_at < :to and g.kind <> 'package' %s
                and g.failed_at is null and g.stopped_at is null
              group by g.kind order by count(*) desc, g.kind) as kinds
            from alike
            """
                .formatted(CASES.formatted(alike), FIGURES, alike))
        .param("from", Sql.at(now.minus(LOOKED_BACK)))
        .param("to", Sql.at(now.plus(Duration.ofDays(1))))
        .param("cause", cause)
        .param("severity", severity.code())
        .param("currency", currency)
        .query((rs, n) ->
            new Like(
                rs.getLong("cases"),
                rs.getLong("median"),
                rs.getLong("lower"),
                rs.getLong("upper"),
                currency,
                Arrays.stream((String[]) rs.getArray("kinds").getArray())
                    .map(Remedy.Kind::of)
                    .toList()))
        .single();
  }

  /** By cause, severity and segment, those that are flagged first. */
  public List<Group> groups(Instant from, Instant to) {
    return sql
        .sql(
            """
            with received as (%1$s),
              alike as (select cause, severity, currency,
                percentile_disc(0.5) within group (order by minor) as overall
                from received group by cause, severity, currency),
              groups as (select cause, severity, segment, currency, %2$s
                from received group by cause, severity, segment, currency)
            select g.*, a.overall from groups g join alike a using (cause, severity, currency)
            order by g.cause, g.severity, g.currency, g.segment
            """
                .formatted(CASES.formatted(""), FIGURES))
        .param("from", Sql.at(from))
        .param("to", Sql.at(to))
        .query(Fairness::group)
        .list()
        .stream()
        .sorted((one, other) -> Boolean.compare(other.flagged(), one.flagged()))
        .toList();
  }

  private static Group group(ResultSet rs, int n) throws SQLException {
    long median = rs.getLong("median");
    long overall = rs.getLong("overall");
    long count = rs.getLong("cases");
    double ratio = overall == 0 ? 1 : (double) median / overall;
    return new Group(
        rs.getString("cause"),
        Severity.valueOf(rs.getString("severity").toUpperCase(Locale.ROOT)),
        rs.getString("segment"),
        rs.getString("currency"),
        count,
        median,
        rs.getLong("lower"),
        rs.getLong("upper"),
        ratio,
        count >= ENOUGH && (ratio < LEAST || ratio > MOST));
  }
}

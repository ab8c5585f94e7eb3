package amends.complaints;

import amends.shared.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The figures of a period for a return to a regulator. A complaint counts as closed when the letter
 * that ends it has arrived, not when it was written.
 */
@Component
public final class Returns {
  private static final String COUNTED =
      """
      with held as (
        select c.*, (
          select min(coalesce(p.kept_at, p.made_good_at))
          from complaint_letter l
          join complaint_clock k on k.complaint_id = c.id and k.regime = :regime
          join promises_v_promise p on p.id = k.promise_id
            and p.evidence_kind = 'message' and p.evidence_id = l.message_id
          where l.complaint_id = c.id and l.kind in ('final-response', 'summary-resolution')
        ) as closed_at, exists (
          select from complaint_letter l
          where l.complaint_id = c.id and l.kind = 'summary-resolution') as summary, (
          select min(k.due_at) from complaint_clock k
          where k.complaint_id = c.id and k.regime = :regime and k.promise_id is not null
            and k.rule <> :regime || '.acknowledgement') as due_at
        from complaint c
        join complaint_under u on u.complaint_id = c.id and u.regime = :regime
        where c.received_at >= :from and c.received_at < :to
      )
      select 'received' as what, count(*) as n from held
      union all select 'closed by a summary resolution', count(*) from held
        where summary and closed_at is not null
      union all select 'closed by a final response in time', count(*) from held
        where not summary and closed_at <= due_at
      union all select 'closed by a final response later', count(*) from held
        where not summary and closed_at > due_at
      union all select 'withdrawn', count(*) from held where outcome = 'withdrawn'
      union all select 'still open', count(*) from held
        where closed_at is null and outcome is distinct from 'withdrawn'
      union all select 'upheld', count(*) from held where outcome = 'upheld'
      union all select 'upheld in part', count(*) from held where outcome = 'partly_upheld'
      union all select 'not upheld', count(*) from held where outcome = 'not_upheld'
      union all select 'taken to a scheme or court', count(*) from held where referred_at is not null
      union all select 'complainant known to be vulnerable', count(*) from held where vulnerable
      union all select 'about our not answering to a vulnerability', count(*) from held
        where unmet_need
      union all (
        select 'redress in minor units of ' || redress_currency, sum(redress_minor) from held
        where redress_currency is not null group by redress_currency order by redress_currency)
      """;

  private final JdbcClient sql;

  Returns(JdbcClient sql) {
    this.sql = sql;
  }

  /** One figure. */
  public record Figure(String what, long n) {}

  /**
   * The figures of complaints that came in a period.
   *
   * @param from the first day
   * @param to the last day
   */
  public List<Figure> of(Regime regime, LocalDate from, LocalDate to) {
    Instant begin = from.atStartOfDay(regime.zone()).toInstant();
    Instant end = to.plusDays(1).atStartOfDay(regime.zone()).toInstant();
    return sql.sql(COUNTED)
        .param("regime", regime.code())
        .param("from", Sql.at(begin))
        .param("to", Sql.at(end))
        .query((rs, n) -> new Figure(rs.getString("what"), rs.getLong("n")))
        .list();
  }

  /** The same as a file of comma-separated values, with the period in it. */
  public String file(Regime regime, LocalDate from, LocalDate to) {
    List<String> lines = new ArrayList<>();
    lines.add("rules,from,to,what,number");
    for (Figure figure : of(regime, from, to)) {
      lines.add("%s,%s,%s,%s,%d".formatted(regime.code(), from, to, figure.what(), figure.n()));
    }
    return String.join("\r\n", lines) + "\r\n";
  }
}

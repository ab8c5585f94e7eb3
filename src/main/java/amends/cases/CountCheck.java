package amends.cases;

import amends.shared.BoundedCheck;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * I19: the groups of the queue are what there is. The queue counts what its cases were marked with;
 * the other way counts what the ledger of promises says of each open case, in the same statement.
 * Between its whole runs it counts the cases that the journal has entries about: at a million, all
 * open ones took more than a second each minute.
 */
record CountCheck(JdbcClient sql, InstantSource clock) implements BoundedCheck {
  private static final String STATEMENT =
      "with queue as ("
          + Queue.GROUPS
          + """
          where c.closed_at is null {touched}),
          shown as (
            select g.part, g.cases from queue q cross join lateral (values ('harm', q.harm), ('broken', q.broken),
              ('hour', q.hour), ('today', q.today), ('later', q.later), ('waiting', q.waiting))
              as g(part, cases)),
          matter as (
            select case
              when exists (select from harm_report h join promises_v_promise b on b.id = h.promise_id
                  where b.subject_kind = 'case' and b.subject_id = c.id
                    and num_nonnulls(b.kept_at, b.made_good_at, b.released_at) = 0) then 'harm'
              when (c.broken_at is not null and exists (select from promises_v_promise b
                  where b.subject_kind = 'case' and b.subject_id = c.id
                    and b.broken_at is not null and b.made_good_at is null))
                or (p.broken_at is not null and p.made_good_at is null) then 'broken'
              when c.waiting is not null then 'waiting'
              when p.due_at <= :hour then 'hour'
              when p.due_at < :midnight then 'today'
              else 'later' end as part
            from amends_case c left join promises_v_promise p on p.id = c.next_promise_id
            where c.closed_at is null {touched}),
          found as (select part, count(*) as cases from matter group by part)
          select s.part, s.cases as shown, coalesce(f.cases, 0) as found
          from shown s left join found f on f.part = s.part
          where s.cases <> coalesce(f.cases, 0) order by s.part
          """;

  @Override
  public String code() {
    return "I19";
  }

  @Override
  public String words() {
    return "cases.check.counts";
  }

  @Override
  public long head() {
    return TouchedCheck.head(sql);
  }

  @Override
  public List<Finding> run() {
    return run(STATEMENT.replace("{touched}", ""), Map.of(), "");
  }

  @Override
  public List<Finding> runSince(long mark) {
    return run(
        STATEMENT.replace("{touched}", TouchedCheck.TOUCHED),
        Map.of("from", mark - OVERLAP),
        "of what changed lately, ");
  }

  private List<Finding> run(String statement, Map<String, Long> since, String which) {
    Instant now = clock.instant();
    LocalDate tomorrow = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
    return sql.sql(statement)
        .params(since)
        .param("hour", Sql.at(now.plus(Duration.ofHours(1))))
        .param("midnight", Sql.at(tomorrow.atStartOfDay(ZoneOffset.UTC).toInstant()))
        .query((rs, n) ->
            new Finding(
                code(),
                which
                    + "the queue shows %d cases as %s, and there are %d"
                        .formatted(rs.getLong("shown"), rs.getString("part"), rs.getLong("found")),
                Subject.of("queue", 0)))
        .list();
  }
}

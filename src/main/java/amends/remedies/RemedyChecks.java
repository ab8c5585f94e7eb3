package amends.remedies;

import amends.shared.Check;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must hold of grants, each as one query that finds what does not. */
@Configuration(proxyBeanMethods = false)
class RemedyChecks {
  /** What is approved or chosen is given once, and no more of it than was decided. */
  private static final String ONCE =
      """
      select g.id, case
          when g.done_at is not null and num_nonnulls(g.failed_at, g.stopped_at) > 0
            then 'was done, and is told to have failed or been stopped'
          when g.reclaimed_at is not null and g.done_at is null then 'was claimed back and never left'
          when g.undone_at is null and g.id <> r.grant_id then 'is a second grant of one request'
          when r.id is not null then 'is worth more than was approved'
          when g.offer_id is not null and o.accepted_at is null then 'was given by an offer that nobody accepted'
          else 'is worth more than what was offered' end as words
      from remedy_grant g
      cross join lateral (select g.amount_minor + case when g.kind <> 'package' then 0 else coalesce(
        (select sum(p.amount_minor) from remedy_grant p where p.package_id = g.id), 0) end as minor) w
      left join remedy_request r on r.id = g.request_id
      left join remedy_wanted rw on rw.id = r.wanted_id
      left join remedy_offer o on o.id = g.offer_id
      where (g.done_at is not null and num_nonnulls(g.failed_at, g.stopped_at) > 0
        or g.reclaimed_at is not null and g.done_at is null
        or r.grant_id <> g.id and g.undone_at is null
        or w.minor > rw.amount_minor
        or g.offer_id is not null and g.undone_at is null
          and (o.accepted_at is null or w.minor > o.reserved_minor))
      {touched}
      order by g.id limit :most
      """;

  /** Within the authority of whoever decided, when they decided, and never for oneself. */
  private static final String AUTHORITY =
      """
      select g.id, case
          when w.minor > l.per_grant_minor then 'is more than the limit for one grant'
          when g.matter_minor > l.per_matter_minor then 'is more than the limit for one matter'
          when g.day_minor > l.per_day_minor then 'is more than the limit for one customer and day'
          when g.period_minor > l.per_period_minor then 'is more than the limit for one person and period'
          when l.from_at > g.ruled_at or l.until_at <= g.ruled_at
            then 'was given under a limit that was not in force'
          when l.person_id <> g.ruled_by then 'was given under somebody else''s limit'
          when r.asked_by = g.ruled_by then 'was approved by whoever asked for it'
          else 'was given under an emergency authority by whoever granted that' end as words
      from remedy_grant g
      join authority_limit l on l.id = g.limit_id
      cross join lateral (select g.amount_minor + case when g.kind <> 'package' then 0 else coalesce(
        (select sum(p.amount_minor) from remedy_grant p where p.package_id = g.id), 0) end as minor) w
      left join remedy_request r on r.id = g.request_id
      where (w.minor > l.per_grant_minor or g.matter_minor > l.per_matter_minor
        or g.day_minor > l.per_day_minor or g.period_minor > l.per_period_minor
        or l.from_at > g.ruled_at or l.until_at <= g.ruled_at
        or l.person_id <> g.ruled_by or r.asked_by = g.ruled_by
        or l.emergency and l.set_by_kind = 'person' and l.set_by_id = g.ruled_by)
      {touched}
      order by g.id limit :most
      """;

  /** What counts against the limits in a matter is what was given there, and what is set aside. */
  private static final String COUNTED =
      """
      select max(g.id) as id, 'belongs to a matter whose use of a limit is not the sum of its grants' as words
      from remedy_grant g join authority_limit l on l.id = g.limit_id
      where true {touched}
      group by l.line_id, g.subject_kind, g.subject_id
      having coalesce(sum(g.amount_minor) filter (where num_nonnulls(g.failed_at, g.stopped_at) = 0), 0)
        + (select coalesce(sum(o.reserved_minor), 0) from remedy_offer o
          join authority_limit ol on ol.id = o.limit_id
          where ol.line_id = l.line_id and o.subject_kind = g.subject_kind and o.subject_id = g.subject_id
            and num_nonnulls(o.accepted_at, o.refused_at, o.withdrawn_at, o.lapsed_at) = 0)
        <> coalesce((select u.used_minor from authority_use u
          where u.line_id = l.line_id and u.scope = 'matter' and u.key_kind = g.subject_kind
            and u.key_id = g.subject_id), 0)
      order by 1 limit :most
      """;

  /** What is stopped is neither promised nor leaves. */
  private static final String STOPPED =
      """
      select g.id, case when exists (
            select from goods_v_stop_mark s where s.unit_id = g.unit_id
              and s.set_at < g.granted_at and (s.lifted_at is null or s.lifted_at > g.granted_at))
          then 'was promised while it was stopped' else 'left while it was stopped' end as words
      from remedy_grant g
      where g.unit_id is not null and g.failed_at is null and g.stopped_at is null
        and exists (select from goods_v_stop_mark s where s.unit_id = g.unit_id
          and (s.set_at < g.granted_at and (s.lifted_at is null or s.lifted_at > g.granted_at)
            or s.set_at < g.done_at and (s.lifted_at is null or s.lifted_at > g.done_at)))
      {touched}
      order by g.id limit :most
      """;

  @Bean
  Check grantsGivenOnce(JdbcClient sql) {
    return new GrantCheck(sql, "I6", "remedies.check.once", ONCE);
  }

  @Bean
  Check grantsWithinAuthority(JdbcClient sql) {
    return new GrantCheck(sql, "I7", "remedies.check.authority", AUTHORITY);
  }

  @Bean
  Check usesCounted(JdbcClient sql) {
    return new GrantCheck(sql, "I7", "remedies.check.counted", COUNTED);
  }

  @Bean
  Check stoppedUnitsStay(JdbcClient sql) {
    return new GrantCheck(sql, "I8", "remedies.check.stopped", STOPPED);
  }
}

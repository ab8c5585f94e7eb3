package amends.cases;

import amends.shared.Check;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must hold of cases, each as one query that finds what does not. */
@Configuration(proxyBeanMethods = false)
class CaseChecks {
  private static final String ABOVE =
      """
      union all
      select c.id, 'lies above the numbers that were given out' from amends_case c
      where c.id > (select last_value from amends_case_id_seq)
      order by id limit :most
      """;

  private static final String CLOSED =
      """
      select c.id, case
          when s.id is null then 'is closed without an outcome'
          when k.id is null then 'is closed without a closure'
          when k.how = 'right' and f.id is null then 'is closed without the customer''s word'
          when exists (select from remedies_v_grant g
            where g.subject_kind = 'case' and g.subject_id = c.id and g.kind <> 'package'
              and num_nonnulls(g.done_at, g.failed_at, g.stopped_at) = 0)
            then 'is closed and a remedy has neither left nor failed'
          else 'is closed and something is still owed' end as words
      from amends_case c
      left join settlement s on s.case_id = c.id and s.undone_at is null
      left join closure k on k.case_id = c.id and k.undone_at is null
      left join follow_up f on f.id = k.follow_up_id
      -- What had ended in the help desk used before is not ours to vouch for.
      where c.closed_at is not null
        and not exists (select from past_matter m
          where m.case_id = c.id and c.closed_at = m.ended_at)
        and (s.id is null or k.id is null or (k.how <> 'duplicate' and f.id is null)
        or exists (select from promises_v_promise p
          where p.subject_kind = 'case' and p.subject_id = c.id and p.owed)
        or exists (select from remedies_v_grant g
          where g.subject_kind = 'case' and g.subject_id = c.id and g.kind <> 'package'
            and k.how <> 'duplicate'
            and num_nonnulls(g.done_at, g.failed_at, g.stopped_at) = 0))
      %s
      order by c.id limit :most
      """;

  private static final String NEXT_MOMENT =
      """
      select c.id, case
          when p.id is null then 'has no next moment'
          when p.due_at <> c.next_due_at or p.warn_at is distinct from c.next_warn_at
            then 'shows another moment than its promise'
          when not p.owed and p.broken_at is null then 'points to a promise that has ended'
          when p.broken_at is not null and p.escalated_at is null then 'is broken and has not escalated'
          when o.id is null and not coalesce(t.staffed, false) then 'has no owner: its team is empty'
          else 'is restricted, and nobody who is named in it is here' end as words
      from amends_case c
      left join promises_v_promise p on p.id = c.next_promise_id
      left join staff_v_person o on o.id = c.owner_id and o.active
      left join staff_v_team t on t.id = c.team_id
      where c.closed_at is null and (
        p.id is null or p.due_at <> c.next_due_at
        or p.warn_at is distinct from c.next_warn_at
        or (not p.owed and p.broken_at is null)
        or (p.broken_at is not null and p.escalated_at is null)
        or (o.id is null and not coalesce(t.staffed, false))
        or (c.named_only is not null and not exists (select from staff_v_person n
          where n.id = any(c.named_only) and n.active)))
      %s
      order by c.id limit :most
      """;

  /**
   * Somebody leaves, or parts from a team, and no case is touched by it: these are looked for by
   * the teams in which nobody is left, of which there are few.
   */
  private static final String LEFT_ALONE =
      """
      (select c.id, 'has no owner: its team is empty' as words
       from staff_v_team t join amends_case c on c.team_id = t.id and c.closed_at is null
       left join staff_v_person o on o.id = c.owner_id and o.active
       where not t.staffed and o.id is null
       order by c.id limit :most)
      """;

  /** I4: no open case without an owner and a next moment that lies ahead or has escalated. */
  @Bean
  Check openCasesHaveNextMoment(JdbcClient sql) {
    return new TouchedCheck(
        new CaseCheck(sql, "I4", "cases.check.next-moment", NEXT_MOMENT.formatted("")),
        "(" + NEXT_MOMENT.formatted(TouchedCheck.TOUCHED) + ") union " + LEFT_ALONE);
  }

  /** I15: closed means that the follow-up was kept, an outcome stands and nothing is owed. */
  @Bean
  Check closedCasesAreDone(JdbcClient sql) {
    return new TouchedCheck(
        new CaseCheck(sql, "I15", "cases.check.closed", CLOSED.formatted("")),
        CLOSED.formatted(TouchedCheck.TOUCHED));
  }

  /** I17: a case number is used once; none lies above what the sequence has given out. */
  @Bean
  Check numbersAreUnique(JdbcClient sql) {
    return new TouchedCheck(
        new CaseCheck(
            sql,
            "I17",
            "cases.check.numbers",
            """
            select e.subject_id as id, 'was opened ' || count(*) || ' times' as words
            from journal_v_entry e where e.kind = 'case.opened' and e.subject_kind = 'case'
            group by e.subject_id having count(*) > 1
            """
                + ABOVE),
        """
        select e.subject_id as id, 'was opened before' as words
        from journal_v_entry e
        where e.id > :from and e.kind = 'case.opened' and e.subject_kind = 'case'
          and exists (select from journal_v_entry o where o.subject_kind = 'case'
            and o.subject_id = e.subject_id and o.id < e.id and o.kind = 'case.opened')
        """
            + ABOVE);
  }

  /** I19: the groups of the queue are what the promises of the open cases say. */
  @Bean
  Check queueCountsAddUp(JdbcClient sql, InstantSource clock) {
    return new CountCheck(sql, clock);
  }
}

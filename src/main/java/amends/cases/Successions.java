package amends.cases;

import amends.messages.Notices;
import amends.promises.Owner;
import amends.promises.Promises;
import amends.shared.Actor;
import amends.shared.Sql;
import amends.staff.Leads;
import amends.staff.Person;
import amends.staff.PersonLeft;
import amends.staff.PersonParted;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A restricted case is never one that nobody looks after. When the last of those who are named in
 * it leaves, or parts from its team, its lead is named too, owns it and hears of it; a manager,
 * where there is none or the complaint is about them.
 */
@Component
final class Successions {
  private final JdbcClient sql;
  private final CaseRows rows;
  private final Heirs heirs;
  private final Access access;
  private final Notices notices;

  /** Who takes over, and what goes with it. */
  @Component
  record Heirs(Leads leads, Promises promises, InstantSource clock) {}

  Successions(JdbcClient sql, CaseRows rows, Heirs heirs, Access access, Notices notices) {
    this.sql = sql;
    this.rows = rows;
    this.heirs = heirs;
    this.access = access;
    this.notices = notices;
  }

  /** After the team has taken what the person owned. */
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void on(PersonLeft event) {
    orphaned(event.personId(), null).forEach(this::passOn);
  }

  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void on(PersonParted event) {
    orphaned(event.personId(), event.teamId()).forEach(this::passOn);
  }

  /**
   * Cases in which this person is named, and nobody else who is still there: whoever has left the
   * house or parted from the team of the case is not. Who never shared its queue was named from
   * elsewhere, and stays.
   */
  private List<Long> orphaned(long person, @Nullable Long team) {
    return sql.sql(
            """
            select c.id from amends_case c
            where c.named_only is not null and :person = any(c.named_only)
              and (cast(:team as bigint) is null or c.team_id = :team)
              and not exists (
                select from staff_v_person p where p.id = any(c.named_only) and p.active and p.id <> :person
                  and (exists (select from staff_v_member m
                      where m.person_id = p.id and m.team_id = c.team_id)
                    or not exists (select from journal_v_entry e
                      where e.subject_kind = 'person' and e.subject_id = p.id
                        and e.kind = 'staff.team_parted'
                        and cast(cast(e.payload as jsonb) ->> 'team' as bigint) = c.team_id)))
            order by c.id
            """)
        .param("person", person)
        .param("team", team)
        .query(Long.class)
        .list();
  }

  private void passOn(long id) {
    Case matter = rows.lock(id);
    Set<Long> named = new TreeSet<>(Optional.ofNullable(matter.named()).orElse(Set.of()));
    List<Person> leads = heirs.leads().of(matter.teamId());
    if (leads.stream().anyMatch(lead -> named.contains(lead.id()))) {
      return;
    }
    heir(matter, leads).ifPresent(lead -> take(matter, named, lead));
  }

  private Optional<Person> heir(Case matter, List<Person> leads) {
    List<Long> about =
        sql.sql("select person_id from conduct_complaint where case_id = :case")
            .param("case", matter.id())
            .query(Long.class)
            .list();
    return leads.stream().filter(lead -> !about.contains(lead.id())).findFirst();
  }

  private void take(Case matter, Set<Long> named, Person lead) {
    named.add(lead.id());
    sql.sql(
            """
            update amends_case set named_only = :named,
              owner_id = case when closed_at is null then :lead else owner_id end,
              owned_at = case when closed_at is null then :now else owned_at end
            where id = :id
            """)
        .param("named", named.toArray(Long[]::new))
        .param("lead", lead.id())
        .param("now", Sql.at(heirs.clock().instant()))
        .param("id", matter.id())
        .update();
    if (!matter.closed()) {
      heirs.promises().handOver(matter.asSubject(), new Owner(lead.id(), matter.teamId()));
    }
    notices.tell(
        List.of(Restrictions.Telling.notice(matter, lead.id(), "cases.notice.taken-over")));
    access.tell("case.restriction_passed_on", matter, Actor.SYSTEM, Map.of("person", lead.id()));
  }
}

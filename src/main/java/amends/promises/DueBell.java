package amends.promises;

import amends.shared.Sql;
import amends.staff.Staff;
import amends.time.Bell;
import amends.time.Rung;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Last bell: what is still owed is broken, visibly, and escalates to the lead of the team. */
@Component
final class DueBell implements Bell {
  private final JdbcClient sql;
  private final Guard guard;
  private final Staff staff;
  private final ApplicationEventPublisher events;

  DueBell(JdbcClient sql, Guard guard, Staff staff, ApplicationEventPublisher events) {
    this.sql = sql;
    this.guard = guard;
    this.staff = staff;
    this.events = events;
  }

  @Override
  public String name() {
    return Guard.DUE;
  }

  @Override
  public void ring(List<Rung> due, Instant now) {
    breakAll(due.stream().map(r -> r.guards().id()).toList(), now);
  }

  /** Those of them that are owed and due. */
  void breakAll(List<Long> promises, Instant now) {
    Long[] ids = promises.toArray(Long[]::new);
    Leads leads = leads(ids);
    List<Promise> broken =
        sql
            .sql(
                """
                update promise set broken_at = :now, escalated_at = :now,
                  escalated_to = (select l.lead
                    from unnest(cast(:teams as bigint[]), cast(:leads as bigint[])) as l(team, lead)
                    where l.team = owner_team)
                where id = any(:ids) and due_at <= :now and
                """
                    + PromiseRows.OWED
                    + " returning *")
            .param("now", Sql.at(now))
            .param("ids", ids)
            .param("teams", leads.teams())
            .param("leads", leads.people())
            .query(PromiseRows.PROMISE)
            .stream()
            .sorted(Comparator.comparing(Promise::dueAt).thenComparing(Promise::id))
            .toList();
    guard.noteAll("promise.broken", broken);
    if (!broken.isEmpty()) {
      events.publishEvent(new PromisesBroken(broken));
    }
  }

  /** Who leads the teams whose promises these are. */
  private record Leads(Long[] teams, Long[] people) {}

  private Leads leads(Long[] ids) {
    Map<Long, Long> byTeam = new LinkedHashMap<>();
    sql.sql(
            "select distinct owner_team from promise where id = any(:ids) and owner_team is not null")
        .param("ids", ids)
        .query(Long.class)
        .list()
        .forEach(team -> staff.leadOf(team).ifPresent(lead -> byTeam.put(team, lead.id())));
    return new Leads(byTeam.keySet().toArray(Long[]::new), byTeam.values().toArray(Long[]::new));
  }
}

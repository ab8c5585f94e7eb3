package amends.cases;

import amends.promises.NewPromise;
import amends.promises.Owner;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.staff.Permission;
import amends.staff.Person;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Harm reports. A person calls at once: minutes, at every hour of every day, whatever was agreed
 * about contact. House rules, not law.
 */
@Component
public final class Harms {
  /** Until somebody has called; while the danger is still there. */
  static final Duration DANGER = Duration.ofMinutes(10);

  /** Until somebody has called, when the danger is over. */
  static final Duration CALL = Duration.ofMinutes(30);

  private final JdbcClient sql;
  private final Access access;
  private final NextMoment nextMoment;
  private final Promises promises;
  private final Told told;

  Harms(JdbcClient sql, Access access, NextMoment nextMoment, Promises promises, Told told) {
    this.sql = sql;
    this.access = access;
    this.nextMoment = nextMoment;
    this.promises = promises;
    this.told = told;
  }

  /** Who hears of it: the lead, and the rules. */
  @Component
  record Told(Staff staff, ApplicationEventPublisher events) {}

  /**
   * Takes a report down: a call is promised, and the lead of the team has to see that it is made.
   *
   * @param call what is promised, such as "Call them now"
   * @param lead what the lead looks at, for colleagues
   * @throws Refusal when it does not say what happened, or names no harm and no danger
   */
  public void report(long id, Harm harm, String call, String lead, Viewer by) {
    access.work(id, Permission.WORK_CASE, by, matter -> reported(matter, harm, call, lead, by));
  }

  private void reported(Case matter, Harm harm, String call, String lead, Viewer by) {
    if (harm.happened().isBlank()) {
      throw new Refusal("happened", "cases.refusal.no-happened");
    }
    if (harm.injury().isBlank() && harm.damage().isBlank() && !harm.danger()) {
      throw new Refusal("injury", "cases.harm.refusal.none");
    }
    Instant dueAt = access.now().plus(harm.danger() ? DANGER : CALL);
    Promise promise = nextMoment.promise(matter, Promise.Kind.CONTACT, call, dueAt, by.actor());
    told.staff()
        .leadOf(matter.teamId())
        .filter(found -> mayKnow(matter, found))
        .ifPresent(found ->
            promises.make(
                new NewPromise(
                    matter.asSubject(),
                    matter.customerId(),
                    Promise.Kind.LOOK,
                    lead,
                    dueAt,
                    new Owner(found.id(), matter.teamId()),
                    by.actor())));
    long report = insert(matter.id(), harm, promise.id(), by);
    nextMoment.point(matter.id());
    access.tell("case.harm_reported", matter, by.actor(), Map.of("harm", report));
    told.events().publishEvent(new CaseChanged(matter.id(), by));
  }

  /** Of a restricted matter a lead is told only who is named in it. */
  private static boolean mayKnow(Case matter, Person lead) {
    Set<Long> named = matter.named();
    return named == null || named.contains(lead.id());
  }

  private long insert(long caseId, Harm harm, long promise, Viewer by) {
    return sql.sql(
            """
            insert into harm_report (case_id, happened, injury, damage, danger_present,
              reported_by, reported_at, promise_id)
            values (:case, :happened, :injury, :damage, :danger, :by, :now, :promise) returning id
            """)
        .param("case", caseId)
        .param("happened", harm.happened().strip())
        .param("injury", harm.injury().isBlank() ? null : harm.injury().strip())
        .param("damage", harm.damage().isBlank() ? null : harm.damage().strip())
        .param("danger", harm.danger())
        .param("by", by.id())
        .param("now", Sql.at(access.now()))
        .param("promise", promise)
        .query(Long.class)
        .single();
  }

  /** The reports of a case, the newest first. */
  public List<Harm.Report> of(long id, Viewer viewer) {
    access.see(id, viewer);
    return sql.sql("select * from harm_report where case_id = :case order by id desc")
        .param("case", id)
        .query((rs, n) -> {
          String injury = rs.getString("injury");
          String damage = rs.getString("damage");
          Harm harm =
              new Harm(
                  rs.getString("happened"),
                  injury == null ? "" : injury,
                  damage == null ? "" : damage,
                  rs.getBoolean("danger_present"));
          return new Harm.Report(
              rs.getLong("id"),
              harm,
              rs.getLong("reported_by"),
              Sql.instant(rs, "reported_at"),
              rs.getLong("promise_id"));
        })
        .list();
  }
}

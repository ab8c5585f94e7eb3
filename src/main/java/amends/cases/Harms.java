package amends.cases;

import amends.promises.NewPromise;
import amends.promises.Owner;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.staff.Permission;
import amends.staff.Person;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

  /**
   * Words of hurt or danger: the same as a report, before anybody has made one. Where a person
   * calls anyway nothing is added.
   */
  void heard(Case matter, HeardIn in, Harm harm, String call, String lead) {
    if (!open(matter.id())) {
      long report = raised(matter, harm, new Source(null, in), call, lead, Actor.SYSTEM);
      access.tell("case.harm_heard", matter, Actor.SYSTEM, Map.of("harm", report, "in", in.code()));
    }
  }

  /** Whether harm was ever reported or heard in a case, or said not to be so. */
  boolean known(long caseId) {
    return sql.sql(
            """
            select exists (select from harm_report where case_id = :id)
              or exists (select from harm_denial where case_id = :id)
            """)
        .param("id", caseId)
        .query(Boolean.class)
        .single();
  }

  /** A colleague, or the words in which it was heard. */
  private record Source(@Nullable Long colleague, @Nullable HeardIn in) {
    private @Nullable Long message() {
      return in == null ? null : in.message();
    }

    private @Nullable Long telling() {
      return in == null ? null : in.telling();
    }

    private @Nullable Long call() {
      return in == null ? null : in.call();
    }

    private @Nullable Boolean opening() {
      return in == null ? null : in.opening();
    }
  }

  /** Whether somebody was hurt, or may be, and nobody has called. */
  private boolean open(long caseId) {
    return sql.sql("select {since} is not null".replace("{since}", HarmMark.SINCE))
        .param("id", caseId)
        .query(Boolean.class)
        .single();
  }

  private void reported(Case matter, Harm harm, String call, String lead, Viewer by) {
    if (harm.happened().isBlank()) {
      throw new Refusal("happened", "cases.refusal.no-happened");
    }
    if (harm.injury().isBlank() && harm.damage().isBlank() && !harm.danger()) {
      throw new Refusal("injury", "cases.harm.refusal.none");
    }
    owedForWhatWasHeard(matter).forEach(id -> promises.release(id, "reported", by.actor()));
    long report = raised(matter, harm, new Source(by.id(), null), call, lead, by.actor());
    access.tell("case.harm_reported", matter, by.actor(), Map.of("harm", report));
    told.events().publishEvent(new CaseChanged(matter.id(), by));
  }

  /** The call of the report stands in place of the one for what was heard. */
  private List<Long> owedForWhatWasHeard(Case matter) {
    return sql.sql(
            """
            select h.promise_id from harm_report h
            join promises_v_promise p on p.id = h.promise_id
            where h.case_id = :case and h.reported_by is null
              and num_nonnulls(p.kept_at, p.made_good_at, p.released_at) = 0
            """)
        .param("case", matter.id())
        .query(Long.class)
        .list();
  }

  /** A call is promised, the lead has to see to it, and the case comes first. */
  private long raised(Case matter, Harm harm, Source source, String call, String lead, Actor by) {
    Instant dueAt = access.now().plus(harm.danger() ? DANGER : CALL);
    Promise promise = nextMoment.promise(matter, Promise.Kind.CONTACT, call, dueAt, by);
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
                    by)));
    long report = insert(matter.id(), harm, promise.id(), source);
    nextMoment.point(matter.id());
    return report;
  }

  /** Of a restricted matter a lead is told only who is named in it. */
  private static boolean mayKnow(Case matter, Person lead) {
    Set<Long> named = matter.named();
    return named == null || named.contains(lead.id());
  }

  private long insert(long caseId, Harm harm, long promise, Source source) {
    return sql.sql(
            """
            insert into harm_report (case_id, happened, injury, damage, danger_present,
              reported_by, heard_in, told_in, called_in, opened_in, reported_at, promise_id)
            values (:case, :happened, :injury, :damage, :danger,
              :by, :message, :telling, :call, :opening, :now, :promise)
            returning id
            """)
        .param("case", caseId)
        .param("happened", harm.happened().strip())
        .param("injury", harm.injury().isBlank() ? null : harm.injury().strip())
        .param("damage", harm.damage().isBlank() ? null : harm.damage().strip())
        .param("danger", harm.danger())
        .param("by", source.colleague())
        .param("message", source.message())
        .param("telling", source.telling())
        .param("call", source.call())
        .param("opening", source.opening())
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
        .query(Harms::row)
        .list();
  }

  static Harm.Report row(ResultSet rs, int n) throws SQLException {
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
        rs.getObject("reported_by", Long.class),
        rs.getObject("heard_in", Long.class),
        Sql.instant(rs, "reported_at"),
        rs.getLong("promise_id"));
  }
}

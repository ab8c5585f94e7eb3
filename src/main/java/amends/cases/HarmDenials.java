package amends.cases;

import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A colleague has read the words that were heard: nobody is hurt or in danger. */
@Component
public final class HarmDenials {
  private final JdbcClient sql;
  private final Access access;
  private final NextMoment nextMoment;
  private final Promises promises;
  private final MailCases mailCases;

  HarmDenials(
      JdbcClient sql,
      Access access,
      NextMoment nextMoment,
      Promises promises,
      MailCases mailCases) {
    this.sql = sql;
    this.access = access;
    this.nextMoment = nextMoment;
    this.promises = promises;
    this.mailCases = mailCases;
  }

  private record Raised(long report, long promise) {}

  /**
   * The call that was promised is no longer owed, and the case goes back to its place. What a
   * colleague reported stays.
   *
   * @throws Refusal when no reason is given, or nothing that was heard waits for a call
   */
  public void deny(long id, String why, Viewer by) {
    access.work(id, Permission.WORK_CASE, by, matter -> denied(matter, why, by));
  }

  private void denied(Case matter, String why, Viewer by) {
    if (why.isBlank()) {
      throw new Refusal("why", "cases.notharm.refusal.why");
    }
    List<Raised> raised = raised(matter.id());
    if (raised.isEmpty()) {
      throw new Refusal("why", "cases.notharm.refusal.none");
    }
    raised.forEach(one -> end(matter, one, why, by));
    mailCases.owe(matter);
    nextMoment.point(matter.id());
    access.tell("case.harm_denied", matter, by.actor(), Map.of("reports", raised.size()));
  }

  private List<Raised> raised(long caseId) {
    return sql.sql(
            """
            select h.id, h.promise_id from harm_report h
            join promises_v_promise p on p.id = h.promise_id
            where h.case_id = :case and h.reported_by is null
              and num_nonnulls(p.kept_at, p.made_good_at, p.released_at) = 0 order by h.id
            """)
        .param("case", caseId)
        .query((rs, n) -> new Raised(rs.getLong(1), rs.getLong(2)))
        .list();
  }

  /** The lead's look at the call goes with the call. */
  private void end(Case matter, Raised raised, String why, Viewer by) {
    sql.sql(
            """
            with gone as (delete from harm_report where id = :report returning *)
            insert into harm_denial
              (case_id, heard_in, told_in, called_in, opened_in, happened, why, denied_by, denied_at)
            select case_id, heard_in, told_in, called_in, opened_in, happened, :why, :by, :now from gone
            """)
        .param("report", raised.report())
        .param("why", why.strip())
        .param("by", by.id())
        .param("now", Sql.at(access.now()))
        .update();
    Promise call = promises.promise(raised.promise());
    nextMoment.looks(matter.id()).stream()
        .filter(look -> look.dueAt().equals(call.dueAt()))
        .forEach(look -> promises.release(look.id(), "not_so", by.actor()));
    promises.release(call.id(), "not_so", by.actor());
  }
}

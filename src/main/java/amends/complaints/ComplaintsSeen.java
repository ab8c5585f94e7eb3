package amends.complaints;

import amends.shared.Sql;
import amends.staff.Visible;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Formal complaints in lists: those that a viewer may see. */
@Component
public final class ComplaintsSeen {
  private final JdbcClient sql;

  ComplaintsSeen(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * One that is not closed.
   *
   * @param rule the code of the clock that is due next; null when all that was owed is sent
   */
  public record Seen(
      long caseId,
      String subject,
      String customer,
      List<String> regimes,
      @Nullable String rule,
      @Nullable Instant nextDue) {}

  /** Those whose case is open, what is due next first. */
  public List<Seen> open(Visible visible, int most) {
    return sql.sql(
            """
            select c.id, c.subject, u.name, k.rule, k.due_at, array(
              select r.regime from complaint_under r where r.complaint_id = m.id order by 1) as regimes
            from complaint m
            join cases_v_case c on c.id = m.case_id and c.closed_at is null
            join customers_v_customer u on u.id = c.customer_id
            left join lateral (
              select k.rule, k.due_at from complaint_clock k
              join promises_v_promise p on p.id = k.promise_id
              where k.complaint_id = m.id and p.evidence_id is null
                and (p.owed or p.broken_at is not null and p.made_good_at is null)
              order by k.due_at limit 1) k on true
            where
            """
                + visible.where("c.owner_id", "c.team_id", "c.brand_id", "c.named_only")
                + " order by k.due_at nulls last, c.id limit :most")
        .params(visible.params())
        .param("most", most)
        .query((rs, n) ->
            new Seen(
                rs.getLong("id"),
                rs.getString("subject"),
                rs.getString("name"),
                List.of((String[]) rs.getArray("regimes").getArray()),
                rs.getString("rule"),
                Sql.instantOrNull(rs, "due_at")))
        .list();
  }
}

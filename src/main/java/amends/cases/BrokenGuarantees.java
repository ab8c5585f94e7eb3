package amends.cases;

import amends.promises.Guarantee;
import amends.promises.Guarantees;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Standing promises that were not kept towards a customer, and what happens then. */
@Component
public final class BrokenGuarantees {
  private final JdbcClient sql;
  private final Access access;
  private final Guarantees guarantees;

  BrokenGuarantees(JdbcClient sql, Access access, Guarantees guarantees) {
    this.sql = sql;
    this.access = access;
    this.guarantees = guarantees;
  }

  /** Those that stand for the brand of this case and are not noted in it yet. */
  public List<Guarantee> open(long caseId, Viewer viewer) {
    Case matter = access.see(caseId, viewer);
    List<Long> noted =
        sql.sql("select guarantee_id from case_guarantee where case_id = :case")
            .param("case", caseId)
            .query(Long.class)
            .list();
    return guarantees.standing(matter.brandId()).stream()
        .filter(g -> !noted.contains(g.id()))
        .toList();
  }

  /** What was not kept towards this customer; asks nobody for permission. */
  List<Guarantee> in(long caseId) {
    return guarantees.all(
        sql.sql(
                """
                select distinct guarantee_id from case_guarantee
                where case_id = :case and answer is distinct from 'not_due'
                """)
            .param("case", caseId)
            .query(Long.class)
            .list());
  }

  public List<Guarantee> in(long caseId, Viewer viewer) {
    access.see(caseId, viewer);
    return in(caseId);
  }

  /**
   * It was not kept. What happens then is read on the customer's page from now on.
   *
   * @throws Refusal when it does not stand for this brand, or is noted already
   */
  public void note(long caseId, long guarantee, Viewer by) {
    access.work(
        caseId,
        Permission.WORK_CASE,
        by,
        matter -> {
          if (open(caseId, by).stream().noneMatch(g -> g.id() == guarantee)) {
            throw new Refusal("guarantee", "cases.guarantee.refuse.choose");
          }
          sql.sql(
                  """
                  insert into case_guarantee (case_id, customer_id, guarantee_id, noted_by, noted_at)
                  values (:case, :customer, :guarantee, :by, :now)
                  """)
              .param("case", caseId)
              .param("customer", matter.customerId())
              .param("guarantee", guarantee)
              .param("by", by.id())
              .param("now", Sql.at(access.now()))
              .update();
          access.tell("case.guarantee_broken", matter, by.actor(), Map.of("guarantee", guarantee));
        });
  }

  /** How often each was broken since then; what turned out not to be owed is none. */
  public Map<Long, Integer> counts(Instant since) {
    return counts("noted_at >= :since and answer is distinct from 'not_due'", since);
  }

  /** How often each was broken, since whenever, and nothing has come of it yet. */
  public Map<Long, Integer> open() {
    return counts("answered_at is null and noted_at >= :since", Instant.EPOCH);
  }

  private Map<Long, Integer> counts(String which, Instant since) {
    Map<Long, Integer> counts = new HashMap<>();
    sql.sql(
            "select guarantee_id, count(*) as times from case_guarantee where %s group by guarantee_id"
                .formatted(which))
        .param("since", Sql.at(since))
        .query(rs -> {
          counts.put(rs.getLong("guarantee_id"), rs.getInt("times"));
        });
    return counts;
  }
}

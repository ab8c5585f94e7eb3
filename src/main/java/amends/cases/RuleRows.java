package amends.cases;

import amends.shared.ReadMemory;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.staff.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reading and writing rows of {@code contact_rule}. */
@Component
final class RuleRows {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final ReadMemory<Long, List<ContactRule>> read = new ReadMemory<>();

  RuleRows(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * What stands for a case now: its own rules, and those that hold for all of its customer's, also
   * from before a merge.
   */
  List<ContactRule> standing(long caseId) {
    return read.of(caseId, this::ask);
  }

  private List<ContactRule> ask(long caseId) {
    return sql.sql(
            """
            select r.* from contact_rule r
            where (r.case_id = :case or r.all_cases
                and r.customer_id in (
                  select s.self_id from amends_case c
                  join customers_v_self s on s.customer_id = c.customer_id
                  where c.id = :case))
              and r.ended_at is null and r.from_at <= :now
              and (r.until_at is null or r.until_at > :now)
            order by r.id
            """)
        .param("case", caseId)
        .param("now", Sql.at(clock.instant()))
        .query(RuleRows::rule)
        .list();
  }

  Optional<ContactRule> standing(long caseId, ContactRule.Kind kind) {
    return standing(caseId).stream().filter(r -> r.kind() == kind).findFirst();
  }

  /**
   * @throws Refusal when a rule forbids that this colleague calls the customer
   */
  void requireCall(long caseId, Viewer by) {
    if (standing(caseId, ContactRule.Kind.QUIET).isPresent()) {
      throw new Refusal("direction", "cases.people.refusal.quiet");
    }
    ContactRule.Agreement agreed =
        standing(caseId, ContactRule.Kind.AGREEMENT).map(ContactRule::agreement).orElse(null);
    if (agreed != null && !agreed.channel().equals("phone")) {
      throw new Refusal("direction", "cases.people.refusal.channel." + agreed.channel());
    }
    if (agreed != null && agreed.personId() != by.id()) {
      throw new Refusal("direction", "cases.people.refusal.person");
    }
  }

  long begin(Case matter, NewRule rule, long promise, Viewer by) {
    ContactRule.Speaker speaker = rule.speaker();
    ContactRule.Agreement agreement = rule.agreement();
    return sql.sql(
            """
            insert into contact_rule (case_id, customer_id, kind, all_cases, reason, decided_by,
              from_at, review_at, until_at, promise_id, speaker_id, affiliation, evidence,
              may_decide, instead, channel, person_id, every_days)
            values (:case, :customer, :kind, :all, :reason, :by, :now, :review, :until, :promise,
              :speaker, :affiliation, :evidence, :decide, :instead, :channel, :person, :every)
            returning id
            """)
        .param("case", matter.id())
        .param("customer", matter.customerId())
        .param("kind", rule.kind().code())
        .param("all", rule.allCases())
        .param("reason", rule.reason())
        .param("by", by.id())
        .param("now", Sql.at(clock.instant()))
        .param("review", Sql.at(rule.reviewAt()))
        .param("until", Sql.atOrNull(rule.untilAt()))
        .param("promise", promise)
        .param("speaker", speaker == null ? null : speaker.customerId())
        .param("affiliation", speaker == null ? null : speaker.affiliation())
        .param("evidence", speaker == null ? null : speaker.evidence())
        .param("decide", speaker != null && speaker.mayDecide())
        .param("instead", speaker != null && speaker.instead())
        .param("channel", agreement == null ? null : agreement.channel())
        .param("person", agreement == null ? null : agreement.personId())
        .param("every", agreement == null ? null : agreement.everyDays())
        .query(Long.class)
        .single();
  }

  void end(long rule, Viewer by) {
    sql.sql("update contact_rule set ended_at = :now, ended_by = :by where id = :id")
        .param("now", Sql.at(clock.instant()))
        .param("by", by.id())
        .param("id", rule)
        .update();
  }

  void reviewed(long rule, Instant reviewAt, long promise) {
    sql.sql("update contact_rule set review_at = :review, promise_id = :promise where id = :id")
        .param("review", Sql.at(reviewAt))
        .param("promise", promise)
        .param("id", rule)
        .update();
  }

  private static ContactRule rule(ResultSet rs, int n) throws SQLException {
    return new ContactRule(
        rs.getLong("id"),
        rs.getLong("case_id"),
        rs.getLong("customer_id"),
        ContactRule.Kind.of(rs.getString("kind")),
        rs.getBoolean("all_cases"),
        rs.getString("reason"),
        rs.getLong("decided_by"),
        Sql.instant(rs, "from_at"),
        Sql.instant(rs, "review_at"),
        Sql.instantOrNull(rs, "until_at"),
        rs.getLong("promise_id"),
        speaker(rs),
        agreement(rs));
  }

  private static ContactRule.@Nullable Speaker speaker(ResultSet rs) throws SQLException {
    Long speaker = Sql.longOrNull(rs, "speaker_id");
    return speaker == null
        ? null
        : new ContactRule.Speaker(
            speaker,
            rs.getString("affiliation"),
            rs.getString("evidence"),
            rs.getBoolean("may_decide"),
            rs.getBoolean("instead"));
  }

  private static ContactRule.@Nullable Agreement agreement(ResultSet rs) throws SQLException {
    Long person = Sql.longOrNull(rs, "person_id");
    return person == null
        ? null
        : new ContactRule.Agreement(rs.getString("channel"), person, rs.getInt("every_days"));
  }
}

package amends.customers;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Plain;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Legal holds: what a court, a claim or the law needs is kept, whatever period has run out and
 * whoever asks for an erasure. A hold ends when somebody lifts it, not by itself: the review is the
 * day on which somebody looks whether it is still needed.
 */
@Component
public final class Holds {
  private static final int LONGEST = 500;

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Traced traced;
  private final Journal journal;

  Holds(JdbcClient sql, InstantSource clock, Acts acts, Traced traced, Journal journal) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.traced = traced;
    this.journal = journal;
  }

  /**
   * A hold that stands.
   *
   * @param subject a customer or one case
   * @param reason in a colleague's words
   * @param setBy the colleague; the negative number of a token where a program did
   * @param reviewAt when somebody looks whether it is still needed
   */
  public record Hold(
      long id, Subject subject, String reason, long setBy, Instant setAt, Instant reviewAt) {}

  /** The holds that stand on a customer and on their cases, the oldest first. */
  public List<Hold> of(long customer) {
    Traces traces = traced.of(customer);
    return sql.sql(
            """
            select id, subject_kind, subject_id, reason, set_by, set_by_token, set_at, review_at
            from legal_hold
            where lifted_at is null and (
              subject_kind = 'customer' and subject_id = any(:customers)
              or subject_kind = 'case' and subject_id = any(:cases))
            order by id
            """)
        .params(traces.params())
        .query(Holds::hold)
        .list();
  }

  /** All holds that stand, the one to be looked at next first. */
  public List<Hold> all(int most) {
    return sql.sql(
            """
            select id, subject_kind, subject_id, reason, set_by, set_by_token, set_at, review_at
            from legal_hold
            where lifted_at is null order by review_at, id limit :most
            """)
        .param("most", most)
        .query(Holds::hold)
        .list();
  }

  private static long setBy(ResultSet rs) throws SQLException {
    Long token = Sql.longOrNull(rs, "set_by_token");
    return token == null ? rs.getLong("set_by") : -token;
  }

  private static Hold hold(ResultSet rs, int n) throws SQLException {
    return new Hold(
        rs.getLong("id"),
        new Subject(rs.getString("subject_kind"), rs.getLong("subject_id")),
        rs.getString("reason"),
        setBy(rs),
        Sql.instant(rs, "set_at"),
        Sql.instant(rs, "review_at"));
  }

  /**
   * Holds a customer, or one of their cases.
   *
   * @param caseId one of their cases; 0 for the customer and all their cases
   * @param by a colleague, or a program whose act has to be kept
   * @throws Refusal without a reason, with a review in the past, or for somebody else's case
   */
  public void set(long customer, long caseId, String reason, Instant reviewAt, Actor by) {
    String clean = Plain.line(reason, LONGEST);
    if (clean.isEmpty()) {
      throw new Refusal("reason", "customers.data.refuse.reason");
    }
    if (!reviewAt.isAfter(clock.instant())) {
      throw new Refusal("review", "customers.data.refuse.review");
    }
    Traces traces = traced.of(customer);
    if (caseId != 0 && !traces.of("case").contains(caseId)) {
      throw new Refusal("case", "customers.data.refuse.case");
    }
    Subject subject = caseId == 0 ? Customers.subject(customer) : Subject.of("case", caseId);
    acts.run(() -> {
      long id =
          sql.sql(
                  """
                  insert into legal_hold (subject_kind, subject_id, reason, set_by, set_by_token, set_at, review_at)
                  values (:kind, :subject, :reason, :by, :token, :now, :review) returning id
                  """)
              .param("kind", subject.kind())
              .param("subject", subject.id())
              .param("reason", clean)
              .param("by", by.isToken() ? null : by.id())
              .param("token", by.isToken() ? by.id() : null)
              .param("now", Sql.at(clock.instant()))
              .param("review", Sql.at(reviewAt))
              .query(Long.class)
              .single();
      Map<String, Object> payload =
          Map.of("hold", id, "case", caseId, "review_at", reviewAt.toString());
      journal.record("customer.hold_set", Customers.subject(customer), by, payload);
    });
  }

  /** Lifts a hold; one that was lifted, or is none of this customer's, stays as it is. */
  public void lift(long customer, long hold, Actor by) {
    if (of(customer).stream().noneMatch(h -> h.id() == hold)) {
      return;
    }
    acts.run(() -> {
      int lifted =
          sql.sql(
                  """
                  update legal_hold set lifted_at = :now, lifted_by = :by
                  where id = :id and lifted_at is null
                  """)
              .param("now", Sql.at(clock.instant()))
              .param("by", by.id())
              .param("id", hold)
              .update();
      if (lifted > 0) {
        journal.record(
            "customer.hold_lifted", Customers.subject(customer), by, Map.of("hold", hold));
      }
    });
  }
}

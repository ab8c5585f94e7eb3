package amends.cases;

import amends.promises.Guarantee;
import amends.promises.Guarantees;
import amends.shared.Money;
import amends.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of standing promises that were not kept, and of what is proposed then. */
@Component
final class BreachRows {
  /** With the case or the booking that says who may see it. */
  private static final String READ =
      """
      select g.*, coalesce(p.words, '') as words, r.remedy_code, r.amount_minor, r.currency,
        coalesce(r.step, 'none') as step
      from case_guarantee g
      left join guarantee_proposal r on r.guarantee_id = g.guarantee_id
      left join promises_v_promise p on p.id = g.promise_id
      left join amends_case c on c.id = g.case_id
      left join promises_v_booking b on g.case_id is null and b.promise_id = g.promise_id
      where\
      """;

  private final JdbcClient sql;
  private final Guarantees guarantees;

  BreachRows(JdbcClient sql, Guarantees guarantees) {
    this.sql = sql;
    this.guarantees = guarantees;
  }

  /** A row without the words of the catalogue. */
  private record Found(
      long id,
      long guarantee,
      long customer,
      @Nullable Long caseId,
      @Nullable Long promise,
      String words,
      Instant notedAt,
      Proposal proposal,
      @Nullable Instant answeredAt,
      Breach.@Nullable Answer answer,
      @Nullable Long grant,
      String reason) {}

  /**
   * @param which over {@code g}, the case {@code c} and the booking {@code b}, with its order
   */
  List<Breach> where(String which, Map<String, ? extends @Nullable Object> params) {
    List<Found> found =
        sql.sql(READ + " " + which).params(params).query((rs, n) -> found(rs)).list();
    Set<Long> ids = found.stream().map(Found::guarantee).collect(Collectors.toSet());
    Map<Long, Guarantee> all =
        guarantees.all(ids).stream().collect(Collectors.toMap(Guarantee::id, Function.identity()));
    return found.stream()
        .map(f -> breach(f, Objects.requireNonNull(all.get(f.guarantee()))))
        .toList();
  }

  private static Breach breach(Found f, Guarantee guarantee) {
    return new Breach(
        f.id,
        guarantee,
        f.customer,
        f.caseId,
        f.promise,
        f.words,
        f.notedAt,
        f.proposal,
        f.answeredAt,
        f.answer,
        f.grant,
        f.reason);
  }

  private static Found found(ResultSet rs) throws SQLException {
    String answer = rs.getString("answer");
    String reason = rs.getString("reason");
    return new Found(
        rs.getLong("id"),
        rs.getLong("guarantee_id"),
        rs.getLong("customer_id"),
        Sql.longOrNull(rs, "case_id"),
        Sql.longOrNull(rs, "promise_id"),
        rs.getString("words"),
        Sql.instant(rs, "noted_at"),
        proposal(rs),
        Sql.instantOrNull(rs, "answered_at"),
        answer == null ? null : Breach.Answer.of(answer),
        Sql.longOrNull(rs, "grant_id"),
        reason == null ? "" : reason);
  }

  private static Proposal proposal(ResultSet rs) throws SQLException {
    String currency = rs.getString("currency");
    return new Proposal(
        rs.getString("remedy_code"),
        currency == null ? null : new Money(rs.getLong("amount_minor"), currency),
        Proposal.Step.valueOf(rs.getString("step").toUpperCase(Locale.ROOT)));
  }

  /** Its customer got a case: what is owed to them is owed there. */
  void goOnIn(long caseId, long promise) {
    sql.sql(
            "update case_guarantee set case_id = :case where promise_id = :promise and case_id is null")
        .param("case", caseId)
        .param("promise", promise)
        .update();
  }

  /** Whether it was open until now. */
  boolean answer(long id, Breach.Answer answer, String reason, long by, Instant now) {
    return sql.sql(
                """
                update case_guarantee set answered_at = :now, answered_by = :by, answer = :answer,
                  reason = :reason
                where id = :id and answered_at is null
                """)
            .param("id", id)
            .param("now", Sql.at(now))
            .param("by", by)
            .param("answer", answer.code())
            .param("reason", reason)
            .update()
        == 1;
  }

  void propose(long guarantee, Proposal proposal) {
    Money amount = proposal.amount();
    sql.sql(
            """
            insert into guarantee_proposal (guarantee_id, remedy_code, amount_minor, currency, step)
            values (:guarantee, :code, :minor, :currency, :step)
            """)
        .param("guarantee", guarantee)
        .param("code", proposal.remedyCode())
        .param("minor", amount == null ? null : amount.minor())
        .param("currency", amount == null ? null : amount.currency())
        .param("step", proposal.step().code())
        .update();
  }
}

package amends.remedies;

import amends.journal.Journal;
import amends.shared.Acts;
import amends.shared.Money;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.staff.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What making it right costs, by cause, and what was set aside for it. Never over currencies. */
@Component
public final class Costs {
  /** What cost nothing after all is left out. */
  private static final String COUNTS =
      "g.failed_at is null and g.stopped_at is null and g.reclaimed_at is null and g.kind <> 'package'";

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;
  private final Causes causes;

  Costs(JdbcClient sql, InstantSource clock, Acts acts, Journal journal, Causes causes) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
    this.causes = causes;
  }

  /** What was given for one cause; null for what nobody has named a cause of. */
  public record ByCause(@Nullable String cause, long count, Money amount) {}

  /**
   * Money that was set aside.
   *
   * @param spent of it so far, in its days by UTC
   */
  public record Budget(
      long id,
      @Nullable Subject about,
      @Nullable String cause,
      Money amount,
      Money spent,
      LocalDate from,
      @Nullable LocalDate to) {}

  /** The dearest first, one currency after the other. */
  public List<ByCause> byCause(Instant from, Instant to) {
    return sql.sql(
            """
            select g.cause, g.currency, count(*) as grants, cast(sum(g.amount_minor) as bigint) as minor
            from remedy_grant g where g.granted_at >= :from and g.granted_at < :to and %s
            group by g.cause, g.currency order by g.currency, minor desc, g.cause
            """
                .formatted(COUNTS))
        .param("from", Sql.at(from))
        .param("to", Sql.at(to))
        .query((rs, n) ->
            new ByCause(
                rs.getString("cause"),
                rs.getLong("grants"),
                new Money(rs.getLong("minor"), rs.getString("currency"))))
        .list();
  }

  /** What was given in one matter, by currency. */
  public List<Money> of(Subject about) {
    return sql.sql(
            """
            select g.currency, cast(sum(g.amount_minor) as bigint) as minor from remedy_grant g
            where g.subject_kind = :kind and g.subject_id = :id and %s
            group by g.currency order by g.currency
            """
                .formatted(COUNTS))
        .param("kind", about.kind())
        .param("id", about.id())
        .query((rs, n) -> new Money(rs.getLong("minor"), rs.getString("currency")))
        .list();
  }

  /** Those that run, and those that ran, the newest first. */
  public List<Budget> budgets() {
    return sql.sql(
            """
            select b.*, (
              select coalesce(cast(sum(g.amount_minor) as bigint), 0) from remedy_grant g
              where g.currency = b.currency and %s
                and (b.cause is null or g.cause = b.cause)
                and (b.subject_id is null or g.subject_kind = b.subject_kind and g.subject_id = b.subject_id)
                and g.granted_at >= b.from_day::timestamp at time zone 'UTC'
                and (b.to_day is null or g.granted_at < b.to_day::timestamp at time zone 'UTC')) as spent
            from remedy_budget b order by b.from_day desc, b.id desc
            """
                .formatted(COUNTS))
        .query(Costs::budget)
        .list();
  }

  /**
   * Sets money aside for a matter or for a cause. It warns, and never refuses a remedy.
   *
   * @throws Refusal unless it is for one of the two, with an amount, and ends after it begins
   */
  public Budget set(
      @Nullable Subject about,
      @Nullable String cause,
      Money amount,
      LocalDate from,
      @Nullable LocalDate to,
      Viewer by) {
    if ((about == null) == (cause == null)) {
      throw new Refusal("cause", "remedies.refusal.budget-for");
    }
    if (amount.minor() <= 0) {
      throw new Refusal("amount", "remedies.refusal.negative");
    }
    if (to != null && !to.isAfter(from)) {
      throw new Refusal("to", "remedies.refusal.to");
    }
    if (cause != null) {
      causes.require(cause);
    }
    return acts.call(() -> {
      long id = insert(about, cause, amount, from, to, by);
      journal.record("remedy.budget_set", Subject.of("remedy_budget", id), by.actor(), Map.of());
      return budgets().stream().filter(budget -> budget.id() == id).findFirst().orElseThrow();
    });
  }

  private long insert(
      @Nullable Subject about,
      @Nullable String cause,
      Money amount,
      LocalDate from,
      @Nullable LocalDate to,
      Viewer by) {
    return sql.sql(
            """
            insert into remedy_budget (subject_kind, subject_id, cause, currency, minor, from_day,
              to_day, set_by, set_at)
            values (:kind, :id, :cause, :currency, :minor, :from, :to, :by, :now) returning id
            """)
        .param("kind", about == null ? null : about.kind())
        .param("id", about == null ? null : about.id())
        .param("cause", cause)
        .param("currency", amount.currency())
        .param("minor", amount.minor())
        .param("from", from)
        .param("to", to)
        .param("by", by.id())
        .param("now", Sql.at(clock.instant()))
        .query(Long.class)
        .single();
  }

  private static Budget budget(ResultSet rs, int n) throws SQLException {
    String kind = rs.getString("subject_kind");
    String currency = rs.getString("currency");
    return new Budget(
        rs.getLong("id"),
        kind == null ? null : Subject.of(kind, rs.getLong("subject_id")),
        rs.getString("cause"),
        new Money(rs.getLong("minor"), currency),
        new Money(rs.getLong("spent"), currency),
        rs.getObject("from_day", LocalDate.class),
        rs.getObject("to_day", LocalDate.class));
  }
}

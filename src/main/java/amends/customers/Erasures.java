package amends.customers;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Erases customers: one colleague asks, another one confirms within 14 days. What is open or held
 * keeps a customer from being erased.
 */
@Component
public final class Erasures {
  /**
   * A house rule: long enough for a colleague's holiday, short within the month that the law gives.
   */
  public static final Duration TO_CONFIRM = Duration.ofDays(14);

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Traced traced;
  private final Journal journal;

  Erasures(JdbcClient sql, InstantSource clock, Acts acts, Traced traced, Journal journal) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.traced = traced;
    this.journal = journal;
  }

  /** An erasure that waits for a second colleague. */
  public record Asked(long id, long customerId, long askedBy, Instant askedAt, Instant endsAt) {}

  /** A customer who was erased, told apart from a later one of the same number. */
  public record Erased(long customerId, Instant createdAt, Instant erasedAt) {}

  /** When they were erased; empty while they are not. */
  public Optional<Instant> erasedAt(long customer) {
    return sql.sql("select erased_at from customer where id = :id and erased_at is not null")
        .param("id", customer)
        .query((rs, n) -> Sql.instant(rs, "erased_at"))
        .optional();
  }

  /** What keeps them from being erased; empty when nothing does. */
  public List<Obstacle> obstacles(long customer) {
    return traced.obstacles(traced.of(customer));
  }

  /** The erasure that waits to be confirmed. */
  public Optional<Asked> waiting(long customer) {
    return sql.sql(
            """
            select id, customer_id, asked_by, asked_at, ends_at from erasure
            where customer_id = :customer and done_at is null and withdrawn_at is null
              and ends_at > :now
            """)
        .param("customer", customer)
        .param("now", Sql.at(clock.instant()))
        .query((rs, n) ->
            new Asked(
                rs.getLong("id"),
                rs.getLong("customer_id"),
                rs.getLong("asked_by"),
                Sql.instant(rs, "asked_at"),
                Sql.instant(rs, "ends_at")))
        .optional();
  }

  /**
   * Asks that they be erased; asked already, it stays as it is.
   *
   * @param by a colleague
   * @throws Refusal when something stands in the way, or they are erased already
   */
  public void ask(long customer, Actor by) {
    acts.run(() -> {
      lock(customer);
      refuseObstacles(traced.of(customer));
      if (waiting(customer).isPresent()) {
        return;
      }
      end(customer, clock.instant());
      sql.sql(
              """
              insert into erasure (customer_id, asked_by, asked_at, ends_at)
              values (:customer, :by, :now, :ends)
              """)
          .param("customer", customer)
          .param("by", by.id())
          .param("now", Sql.at(clock.instant()))
          .param("ends", Sql.at(clock.instant().plus(TO_CONFIRM)))
          .update();
      journal.record("customer.erasure_asked", Customers.subject(customer), by);
    });
  }

  /** Takes back what was asked; nothing happens when nothing was. */
  public void withdraw(long customer, Actor by) {
    acts.run(() -> {
      if (end(customer, clock.instant()) > 0) {
        journal.record("customer.erasure_withdrawn", Customers.subject(customer), by);
      }
    });
  }

  /**
   * Erases them. It cannot be undone.
   *
   * @param by a colleague other than the one who asked
   * @throws Refusal when nobody asked, the same colleague confirms, or something stands in the way
   */
  public void confirm(long customer, Actor by) {
    acts.run(() -> {
      lock(customer);
      Asked asked =
          waiting(customer).orElseThrow(() -> new Refusal("", "customers.data.refuse.not-asked"));
      if (asked.askedBy() == by.id()) {
        throw new Refusal("", "customers.data.refuse.same");
      }
      Traces traces = traced.of(customer);
      refuseObstacles(traces);
      sql.sql("update erasure set confirmed_by = :by, done_at = :now where id = :id")
          .param("by", by.id())
          .param("now", Sql.at(clock.instant()))
          .param("id", asked.id())
          .update();
      wipe(traces, by);
    });
  }

  /**
   * Erases again whoever came back with a backup. Nothing happens when there is no such customer,
   * or they are erased.
   *
   * @return whether they were erased now
   */
  public boolean again(Erased before, Actor by) {
    return acts.call(() -> {
      boolean back =
          sql.sql(
                  """
                  select id from customer
                  where id = :id and created_at = :created and erased_at is null for update
                  """)
              .param("id", before.customerId())
              .param("created", Sql.at(before.createdAt()))
              .query(Long.class)
              .optional()
              .isPresent();
      if (back) {
        wipe(traced.of(before.customerId()), by);
      }
      return back;
    });
  }

  /** Everybody who was erased, the earliest first. */
  public List<Erased> all() {
    return sql.sql(
            """
            select id, created_at, erased_at from customer where erased_at is not null
            order by erased_at, id
            """)
        .query((rs, n) ->
            new Erased(
                rs.getLong("id"), Sql.instant(rs, "created_at"), Sql.instant(rs, "erased_at")))
        .list();
  }

  private void wipe(Traces traces, Actor by) {
    Map<String, Integer> counts = traced.wipe(traces).counts();
    for (long customer : traces.customers()) {
      boolean self = customer == traces.customer();
      journal.record("customer.erased", Customers.subject(customer), by, self ? counts : Map.of());
    }
  }

  private int end(long customer, Instant now) {
    return sql.sql(
            """
            update erasure set withdrawn_at = :now
            where customer_id = :customer and done_at is null and withdrawn_at is null
            """)
        .param("now", Sql.at(now))
        .param("customer", customer)
        .update();
  }

  private void refuseObstacles(Traces traces) {
    if (!traced.obstacles(traces).isEmpty()) {
      throw new Refusal("", "customers.data.refuse.obstacles");
    }
  }

  private void lock(long customer) {
    boolean erased =
        sql.sql("select erased_at is not null from customer where id = :id for update")
            .param("id", customer)
            .query(Boolean.class)
            .optional()
            .orElseThrow(() -> new NotFound(Customers.subject(customer)));
    if (erased) {
      throw new Refusal("", "customers.data.refuse.erased");
    }
  }
}

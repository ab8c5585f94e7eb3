package amends.promises;

import amends.customers.Holdings;
import amends.customers.Obstacle;
import amends.customers.Telling;
import amends.customers.Traces;
import amends.customers.Wiping;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was promised to them: the words go, the moments and what became of it stay. */
@Component
@Order(40)
final class PromiseHoldings implements Holdings {
  private final JdbcClient sql;

  PromiseHoldings(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public String room() {
    return "promises";
  }

  @Override
  public List<Obstacle> obstacles(Traces traces) {
    return Obstacle.of(
        "promise",
        sql.sql(
                """
                select distinct subject_id from promise
                where subject_kind <> 'broadcast' and (customer_id = any(:customers)
                    or subject_kind = 'case' and subject_id = any(:cases))
                  and kept_at is null and moved_at is null and agreed_at is null
                  and released_at is null and broken_at is null and kind <> 'look'
                order by subject_id
                """)
            .param("customers", traces.customers().toArray(Long[]::new))
            .param("cases", traces.of("case").toArray(Long[]::new))
            .query(Long.class)
            .list());
  }

  @Override
  public void tell(Traces traces, Telling to) {
    to.rows(
        "promise",
        """
        select id, subject_kind, subject_id, words, due_at, made_at, kept_at, moved_at, agreed_at,
          released_at, release_reason, broken_at, made_good_at
        from promise where customer_id = any(:customers) and kind <> 'look' order by id
        """);
    to.rows(
        "cadence",
        """
        select c.id, c.subject_kind, c.subject_id, r.name, c.started_at, c.ended_at, c.end_kind
        from cadence c join cadence_rule r on r.id = c.rule_id
        where c.customer_id = any(:customers) and c.audience = 'customer' order by c.id
        """);
    to.rows(
        "booking",
        """
        select id, kind, external_id, words, basis, place, due_at, entered_at, done_at, shown_by,
          cancelled_at, cancelled_by, waits_for, after_amount, after_unit, expected_by, met_at
        from booking where customer_id = any(:customers) order by id
        """);
    to.rows(
        "undertaking",
        """
        select id, subject_kind, subject_id, words, due_at, asked_at, accepted_at, declined_at,
          kept_at, slipped_at
        from undertaking where customer_id = any(:customers) order by id
        """);
  }

  @Override
  public void erase(Traces traces, Wiping wiping) {
    // Nobody can be told any more what was promised to them among many.
    wiping.run(
        "promise",
        """
        update promise set released_at = :at, release_reason = 'erased'
        where customer_id = any(:customers) and subject_kind = 'broadcast'
          and num_nonnulls(kept_at, moved_at, agreed_at, released_at, broken_at) = 0
        """);
    wiping.run(
        "promise",
        """
        update promise set words = :gone,
          release_reason = case when release_reason is not null then :gone end
        where customer_id = any(:customers)
          or subject_kind = 'case' and subject_id = any(:cases)
        """);
    wiping.run(
        "undertaking",
        """
        update undertaking set words = :gone,
          supplier = case when supplier is not null then :gone end,
          reason = case when reason is not null then :gone end
        where customer_id = any(:customers)
          or subject_kind = 'case' and subject_id = any(:cases)
        """);
    wiping.run(
        "booking",
        """
        update booking set words = :gone, basis = :gone, place = :gone, shown_by = :gone,
          waits_for = case when waits_for is not null then :gone end,
          external_id = 'erased-' || id
        where customer_id = any(:customers)
        """);
    wiping.run(
        "cadence",
        """
        update cadence set reason = case when reason is not null then :gone end
        where customer_id = any(:customers)
          or subject_kind = 'case' and subject_id = any(:cases)
        """);
    wiping.run(
        "promise_risk",
        """
        update promise_risk set reason = :gone where promise_id in (
          select id from promise where customer_id = any(:customers)
            or subject_kind = 'case' and subject_id = any(:cases))
        """);
  }
}

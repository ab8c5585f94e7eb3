package amends.customers;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How they are placed: what they need done differently, and whom they work for. */
@Component
final class Circumstances {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final Card card;
  private final Needs needs;
  private final Journal journal;

  Circumstances(JdbcClient sql, InstantSource clock, Card card, Needs needs, Journal journal) {
    this.sql = sql;
    this.clock = clock;
    this.card = card;
    this.needs = needs;
    this.journal = journal;
  }

  List<Need> needs(long customer) {
    return needs.of(card.mergers().selves(customer));
  }

  List<Need> toLookAt(Instant before, int most) {
    return needs.toLookAt(before, most);
  }

  List<Need> due(List<Long> ids, Instant now) {
    return Needs.due(sql, ids, now);
  }

  long need(
      long customer, Need.Driver driver, String words, String toldBy, Instant reviewAt, Actor by) {
    if (words.isBlank()) {
      throw new Refusal("words", "customers.refuse.need.words");
    }
    inTheFuture(reviewAt);
    card.standing(customer);
    long need = needs.add(customer, driver, words.strip(), toldBy.strip(), reviewAt);
    Map<String, Object> payload =
        Map.of(
            "need", need,
            "driver", driver.name().toLowerCase(Locale.ROOT),
            "review_at", reviewAt.toString());
    journal.record("customer.need_noted", Customers.subject(customer), by, payload);
    return need;
  }

  void reviewNeed(long need, Instant nextReviewAt, Actor by) {
    inTheFuture(nextReviewAt);
    long customer = needs.review(need, nextReviewAt).orElseThrow(() -> missing(need));
    Map<String, Object> payload = Map.of("need", need, "review_at", nextReviewAt.toString());
    journal.record("customer.need_reviewed", Customers.subject(customer), by, payload);
  }

  void endNeed(long need, Actor by) {
    long customer = needs.end(need).orElseThrow(() -> missing(need));
    journal.record("customer.need_ended", Customers.subject(customer), by, Map.of("need", need));
  }

  void worksFor(long person, long company, Actor by) {
    if (card.customer(person).kind() != Customer.Kind.PERSON
        || card.customer(company).kind() != Customer.Kind.COMPANY) {
      throw new Refusal("company", "customers.refuse.affiliation");
    }
    card.standing(person);
    card.standing(company);
    int added =
        sql.sql(
                """
                insert into affiliation (person_id, company_id, since_at)
                values (:person, :company, :at) on conflict do nothing
                """)
            .param("person", person)
            .param("company", company)
            .param("at", Sql.at(clock.instant()))
            .update();
    if (added > 0) {
      journal.record("customer.joined", Customers.subject(person), by, Map.of("company", company));
    }
  }

  void leaves(long person, long company, Actor by) {
    int ended =
        sql.sql(
                """
                update affiliation set ended_at = :at
                where person_id = :person and company_id = :company and ended_at is null
                """)
            .param("at", Sql.at(clock.instant()))
            .param("person", person)
            .param("company", company)
            .update();
    if (ended > 0) {
      journal.record("customer.left", Customers.subject(person), by, Map.of("company", company));
    }
  }

  List<Customer> companies(long person) {
    return sql.sql(
            """
            select %s from affiliation a join customer c on c.id = a.company_id
            where a.person_id = :person and a.ended_at is null order by c.name_folded, c.id
            """
                .formatted(Rows.CUSTOMER))
        .param("person", person)
        .query(Rows::customer)
        .list();
  }

  List<Customer> people(long company) {
    return sql.sql(
            """
            select %s from affiliation a join customer c on c.id = a.person_id
            where a.company_id = :company and a.ended_at is null order by c.name_folded, c.id
            """
                .formatted(Rows.CUSTOMER))
        .param("company", company)
        .query(Rows::customer)
        .list();
  }

  private void inTheFuture(Instant reviewAt) {
    if (!reviewAt.isAfter(clock.instant())) {
      throw new Refusal("reviewAt", "customers.refuse.need.review");
    }
  }

  private static NotFound missing(long need) {
    return new NotFound(Subject.of("need", need));
  }
}

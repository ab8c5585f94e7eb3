package amends.cases;

import amends.customers.Customer;
import amends.journal.Journal;
import amends.shared.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Opening a case with what the customer has said. This is where most cases begin, many at once in
 * bad times: what it needs to know and to write goes to the database in as few ways as it can.
 */
@Component
final class MailOpening {
  private static final String INSERT =
      """
      with opened as (%s), told as (
        insert into statement (case_id, side, who, words, message_id, taken_at)
        select id, 'customer', :who, :words, :message, :now from opened returning id)
      select opened.*, told.id as statement_id from opened, told
      """
          .formatted(Opening.INSERT);

  private final JdbcClient sql;
  private final Opening opening;
  private final Journal journal;
  private final Routing routing;

  MailOpening(JdbcClient sql, Opening opening, Journal journal, Routing routing) {
    this.sql = sql;
    this.opening = opening;
    this.journal = journal;
    this.routing = routing;
  }

  /** The customer's own words in the mail that opens a case. */
  record Told(String who, String words, long messageId) {}

  /**
   * A case that a mail has opened.
   *
   * @param ruled whether a contact rule of its customer, made for all of their cases, may hold
   */
  record Opened(Case matter, boolean ruled) {}

  private record Number(long id, boolean ruled, boolean routed) {}

  private record Written(Case opened, long statement) {}

  /** By the rules of the house, where one catches it: another team, a person, an earlier answer. */
  Opened open(NewCase draft, Customer customer, Told told) {
    Number number = number(draft.customerId());
    Instant now = opening.now();
    RoutingDecision decision =
        number.routed() ? routing.decide(draft, customer, now).orElse(null) : null;
    if (decision == null) {
      return open(draft, number, told);
    }
    Opened opened = open(draft.routed(decision, now), number, told);
    routing.decided(opened.matter().id(), decision, now);
    journal.record(
        "case.routed",
        opened.matter().asSubject(),
        Actor.SYSTEM,
        Map.of("rule", decision.rule().id(), "team", decision.teamId()));
    return opened;
  }

  private Opened open(NewCase draft, Number number, Told told) {
    Written written =
        opening
            .insert(INSERT, number.id(), draft)
            .param("who", told.who())
            .param("words", told.words().isBlank() ? "…" : told.words().strip())
            .param("message", told.messageId())
            .query(MailOpening::written)
            .single();
    Case opened = opening.tell(draft, written.opened());
    journal.record(
        "case.statement_taken",
        opened.asSubject(),
        Actor.SYSTEM,
        Map.of("statement", written.statement()));
    return new Opened(opened, number.ruled());
  }

  /** When nothing could be read of what was said. */
  Case plainly(NewCase draft) {
    return opening.open(draft);
  }

  /**
   * The next number, and in the same breath whether a rule may hold for what gets it, and whether
   * any rule of routing works.
   */
  private Number number(long customer) {
    return sql.sql(
            """
            select nextval('amends_case_id_seq') as id, exists (
              select from contact_rule r
              join customers_v_self s on s.self_id = r.customer_id
              where s.customer_id = :customer and r.all_cases and r.ended_at is null) as ruled,
              exists (select from routing_rule where on_at is not null and ended_at is null) as routed
            """)
        .param("customer", customer)
        .query((rs, n) ->
            new Number(rs.getLong("id"), rs.getBoolean("ruled"), rs.getBoolean("routed")))
        .single();
  }

  private static Written written(ResultSet rs, int n) throws SQLException {
    return new Written(
        Objects.requireNonNull(CaseRows.CASE.mapRow(rs, n)), rs.getLong("statement_id"));
  }
}

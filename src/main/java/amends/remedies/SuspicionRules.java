package amends.remedies;

import amends.shared.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks at each grant by the rules in force. What a rule counts is its query; how many in how many
 * hours is data.
 */
@Component
final class SuspicionRules {
  /** Each counts with the grant itself; :since and :now bound the window. */
  private static final Map<String, String> COUNTS =
      Map.of(
          "same_hand_same_customer",
          """
          select count(*) from remedy_grant g
          where g.ruled_by = :person and g.granted_at > :since and g.package_id is null
            and g.customer_id in (select self_id from customers_v_self where customer_id = :customer)
          """,
          "many_by_one_hand",
          """
          select count(*) from (
            select from remedy_grant g
            where g.ruled_by = :person and g.granted_at > :since and g.package_id is null
            limit 1000) as lately
          """,
          "same_address",
          """
          select count(distinct g.id) from customers_v_contact mine
          join customers_v_contact other on other.channel = mine.channel
            and other.address_norm = mine.address_norm
          join remedy_grant g on g.customer_id = other.customer_id
          where mine.customer_id = :customer and mine.channel = 'letter'
            and g.granted_at > :since and g.package_id is null
            and exists (select from remedy_grant o
              where o.id = g.id and o.ruled_by = :person)
          """,
          "address_of_colleague",
          """
          select count(*) from customers_v_contact c
          join staff_v_person p on lower(p.email) = lower(c.address_norm)
          where c.customer_id in (select self_id from customers_v_self where customer_id = :customer)
            and c.channel = 'email' and p.active
          """);

  private final JdbcClient sql;

  SuspicionRules(JdbcClient sql) {
    this.sql = sql;
  }

  private record Rule(String code, int hours, int atLeast) {}

  void look(RemedyGrant grant, Instant now) {
    for (Rule rule : inForce(now)) {
      String counting = COUNTS.get(rule.code());
      if (counting != null && grant.ruledBy() > 0) {
        int found = count(counting, grant, now.minusSeconds(rule.hours() * 3_600L));
        if (found >= rule.atLeast()) {
          note(grant, rule, found, now);
        }
      }
    }
  }

  private List<Rule> inForce(Instant now) {
    return sql.sql(
            """
            select code, window_hours, at_least from suspicion_rule
            where from_at <= :now and (until_at is null or until_at > :now) order by code
            """)
        .param("now", Sql.at(now))
        .query((rs, n) -> new Rule(rs.getString(1), rs.getInt(2), rs.getInt(3)))
        .list();
  }

  private int count(String counting, RemedyGrant grant, Instant since) {
    JdbcClient.StatementSpec statement = sql.sql(counting);
    if (counting.contains(":person")) {
      statement = statement.param("person", grant.ruledBy());
    }
    if (counting.contains(":since")) {
      statement = statement.param("since", Sql.at(since));
    }
    if (counting.contains(":customer")) {
      statement = statement.param("customer", grant.customerId());
    }
    return statement.query(Integer.class).single();
  }

  private void note(RemedyGrant grant, Rule rule, int found, Instant now) {
    sql.sql(
            """
            insert into remedy_suspicion (grant_id, rule, found, seen_at)
            values (:grant, :rule, :found, :now) on conflict do nothing
            """)
        .param("grant", grant.id())
        .param("rule", rule.code())
        .param("found", found)
        .param("now", Sql.at(now))
        .update();
  }
}

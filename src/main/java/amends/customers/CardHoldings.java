package amends.customers;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands on a customer's card. */
@Component
@Order(10)
final class CardHoldings implements Holdings {
  private final JdbcClient sql;

  CardHoldings(JdbcClient sql) {
    this.sql = sql;
  }

  @Override
  public List<String> others(Traces traces) {
    return sql.sql(
            """
            select c.name from affiliation a
            join customer c on c.id = any(array[a.person_id, a.company_id])
            where (a.person_id = any(:ids) or a.company_id = any(:ids)) and c.id <> all(:ids)
              and c.kind = 'person'
            """)
        .param("ids", traces.customers().toArray(Long[]::new))
        .query(String.class)
        .list();
  }

  @Override
  public String room() {
    return "customers";
  }

  @Override
  public void tell(Traces traces, Telling to) {
    to.rows(
        "customer",
        """
        select id, kind, name, locale, zone, preferred_channel, quiet_from, quiet_to, external_id,
          merged_into, created_at
        from customer where id = any(:customers) order by id
        """);
    to.rows(
        "contact_point",
        """
        select channel, address, preferred, added_at, verified_at, verified_how, dead_at, dead_why
        from contact_point where customer_id = any(:customers) order by id
        """);
    to.rows(
        "need",
        """
        select driver, words, told_by, from_at, review_at, ended_at
        from need where customer_id = any(:customers) order by id
        """);
    to.rows(
        "contact_choice",
        """
        select purpose, channel, allowed, how, made_at from contact_choice
        where customer_id = any(:customers) order by id
        """);
    to.rows(
        "format_wish", "select large_print from format_wish where customer_id = any(:customers)");
    to.rows(
        "affiliation",
        """
        select person_id, company_id, since_at, ended_at from affiliation
        where person_id = any(:customers) or company_id = any(:customers) order by id
        """);
  }

  @Override
  public void erase(Traces traces, Wiping wiping) {
    wiping.run(
        "contact_code",
        """
        delete from contact_code where contact_id in (
          select id from contact_point where customer_id = any(:customers))
        """);
    wiping.run(
        "contact_point",
        """
        update contact_point set address = :gone, address_norm = '', preferred = false,
          dead_at = coalesce(dead_at, :at), dead_why = coalesce(dead_why, 'erased')
        where customer_id = any(:customers)
        """);
    wiping.run(
        "need",
        """
        update need set words = :gone, told_by = :gone, ended_at = coalesce(ended_at, :at)
        where customer_id = any(:customers)
        """);
    wiping.run(
        "affiliation",
        """
        update affiliation set ended_at = coalesce(ended_at, :at)
        where person_id = any(:customers) or company_id = any(:customers)
        """);
    wiping.run(
        "customer_export", "delete from customer_export where customer_id = any(:customers)");
    wiping.run(
        "legal_hold",
        """
        update legal_hold set reason = :gone
        where subject_kind = 'customer' and subject_id = any(:customers)
          or subject_kind = 'case' and subject_id = any(:cases)
        """);
    wiping.run(
        "customer",
        """
        update customer set name = :gone, name_folded = '', external_id = null, quiet_from = null,
          quiet_to = null, preferred_channel = null, erased_at = coalesce(erased_at, :at)
        where id = any(:customers)
        """);
  }
}

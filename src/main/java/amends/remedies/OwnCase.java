package amends.remedies;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a colleague is the customer: by the address under which both are known. */
@Component
final class OwnCase {
  private final JdbcClient sql;

  OwnCase(JdbcClient sql) {
    this.sql = sql;
  }

  boolean is(String email, long customer) {
    return sql.sql(
            """
            select exists (
              select from customers_v_self s
              join customers_v_contact c on c.customer_id = s.self_id and c.channel = 'email'
              where s.customer_id = :customer and lower(c.address_norm) = :email)
            """)
        .param("customer", customer)
        .param("email", email.toLowerCase(Locale.ROOT))
        .query(Boolean.class)
        .single();
  }
}

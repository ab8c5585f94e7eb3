package amends.remedies;

import amends.customers.Customers;
import amends.shared.NotFound;
import amends.shared.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who stands for a customer now, of what segment they are, and where grants to them count. */
@Component
final class Standing {
  /** What {@link #footing} reads. */
  static final String FOOTING =
      """
      select coalesce(k.merged_into, k.id) as stands_for, b.zone as brand_zone,
        array(select lower(a.address_norm) from customers_v_contact a
          where a.channel = 'email' and a.customer_id = any (array(
            select s.self_id from customers_v_self s where s.customer_id = k.id))) as addresses
      from customers_v_customer k join staff_v_brand b on b.id = :brand
      where k.id = :customer
      """;

  private final JdbcClient sql;
  private final Customers customers;
  private final InstantSource clock;

  Standing(JdbcClient sql, Customers customers, InstantSource clock) {
    this.sql = sql;
    this.customers = customers;
    this.clock = clock;
  }

  Footing footing(Matter matter) {
    Instant now = clock.instant();
    return sql.sql(FOOTING)
        .param("brand", matter.brandId())
        .param("customer", matter.customerId())
        .query((rs, n) -> footing(rs, now))
        .optional()
        .orElseThrow(() -> new NotFound(Subject.of("customer", matter.customerId())));
  }

  static Footing footing(ResultSet rs, Instant now) throws SQLException {
    return new Footing(
        rs.getLong("stands_for"),
        LocalDate.ofInstant(now, ZoneId.of(rs.getString("brand_zone"))),
        new HashSet<>(List.of((String[]) rs.getArray("addresses").getArray())));
  }

  /** A person or a company. */
  String segment(long customer) {
    return customers.customer(customer).kind().name().toLowerCase(Locale.ROOT);
  }
}

package amends.customers;

import amends.shared.ReadMemory;
import amends.shared.Sql;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where customers can be reached. */
@Component
final class ContactPoints {
  private static final String COLUMNS =
      "id, customer_id, channel, address, address_norm, preferred, verified_at, verified_how,"
          + " dead_at";

  private final JdbcClient sql;
  private final InstantSource clock;
  private final ReadMemory<List<Long>, List<ContactPoint>> read = new ReadMemory<>();

  ContactPoints(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  List<ContactPoint> of(Collection<Long> customers) {
    return read.of(List.copyOf(customers), this::ask);
  }

  private List<ContactPoint> ask(List<Long> customers) {
    return sql.sql(
            """
            select %s from contact_point where customer_id = any(:customers)
            order by customer_id, dead_at is not null, preferred desc, verified_at is null, id
            """
                .formatted(COLUMNS))
        .param("customers", customers.toArray(Long[]::new))
        .query(Rows::contact)
        .list();
  }

  Optional<ContactPoint> living(Address address) {
    return sql.sql(
            """
            select %s from contact_point
            where channel = :channel and address_norm = :norm and dead_at is null
            """
                .formatted(COLUMNS))
        .param("channel", address.channel().code())
        .param("norm", address.norm())
        .query(Rows::contact)
        .optional();
  }

  /** Empty when the address is somebody's already. */
  Optional<Long> add(long customer, Address address) {
    return sql.sql(
            """
            insert into contact_point (customer_id, channel, address, address_norm, preferred, added_at)
            values (:customer, :channel, :address, :norm, not exists (
              select from contact_point p where p.customer_id = :customer and p.channel = :channel
                and p.preferred and p.dead_at is null), :at)
            on conflict do nothing returning id
            """)
        .param("customer", customer)
        .param("channel", address.channel().code())
        .param("address", address.given())
        .param("norm", address.norm())
        .param("at", Sql.at(clock.instant()))
        .query(Long.class)
        .optional();
  }

  /** The customer whose contact point was verified; empty when it was before, or is dead. */
  Optional<Long> verify(long contact, String how) {
    return sql.sql(
            """
            update contact_point set verified_at = :at, verified_how = :how
            where id = :id and verified_at is null and dead_at is null returning customer_id
            """)
        .param("at", Sql.at(clock.instant()))
        .param("how", how)
        .param("id", contact)
        .query(Long.class)
        .optional();
  }

  Optional<Long> bury(long contact, String why) {
    return sql.sql(
            """
            update contact_point set dead_at = :at, dead_why = :why
            where id = :id and dead_at is null returning customer_id
            """)
        .param("at", Sql.at(clock.instant()))
        .param("why", why)
        .param("id", contact)
        .query(Long.class)
        .optional();
  }

  /** Two statements, because the index that allows one preferred address is checked row by row. */
  boolean prefer(List<Long> selves, long contact) {
    sql.sql(
            """
            update contact_point set preferred = false
            where customer_id = any(:selves) and preferred and id <> :id
              and channel = (select channel from contact_point where id = :id)
            """)
        .param("selves", selves.toArray(Long[]::new))
        .param("id", contact)
        .update();
    return sql.sql(
                """
                update contact_point set preferred = true
                where id = :id and customer_id = any(:selves) and dead_at is null
                """)
            .param("id", contact)
            .param("selves", selves.toArray(Long[]::new))
            .update()
        == 1;
  }
}

package amends.customers;

import amends.shared.Plain;
import amends.shared.Sql;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knowing somebody by a contact point, or writing them down. */
@Component
final class Meeting {
  static final int LONGEST_NAME = 200;

  /** By whom an address is used; the survivor, where two were merged. */
  private static final String KNOWN =
      """
      select %s from contact_point p
      join customer m on m.id = p.customer_id
      join customer c on c.id = coalesce(m.merged_into, m.id)
      where p.channel = any(:channels) and p.address_norm = :norm and p.dead_at is null
      order by p.channel = :channel desc, p.id limit 1
      """
          .formatted(Rows.CUSTOMER);

  /**
   * Whoever is known there stands first. The claim waits for an open transaction that has the same
   * address in hand, so that of twenty who come at once one writes and nineteen read.
   */
  private static final String MEET =
      """
      with known as (%s),
      claimed as (
        insert into contact_point
          (customer_id, channel, address, address_norm, preferred, added_at)
        select nextval(pg_get_serial_sequence('customer', 'id')), :channel, :address, :norm,
          true, :at
        where not exists (select from known)
        on conflict (channel, address_norm) where dead_at is null do nothing
        returning customer_id),
      added as (
        insert into customer (id, kind, name, name_folded, locale, zone, created_at)
        select customer_id, :kind, :name, :folded, :locale, :zone, :at from claimed
        returning %s)
      select false as is_new, known.* from known
      union all
      select true, added.* from added
      """
          .formatted(KNOWN, Rows.CUSTOMER.replace("c.", "customer."));

  private final JdbcClient sql;
  private final InstantSource clock;

  Meeting(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** Who is there, and whether they were written down just now. */
  record Met(Customer customer, boolean isNew) {}

  Optional<Customer> recognise(Address address) {
    return sql.sql(KNOWN)
        .param("channels", address.channel().kin())
        .param("channel", address.channel().code())
        .param("norm", address.norm())
        .query(Rows::customer)
        .optional();
  }

  /**
   * Knows them by the address, or claims it for a new customer, in one statement; empty when
   * somebody else has claimed it meanwhile.
   */
  Optional<Met> meet(Stranger stranger, Address address) {
    String name = Plain.line(stranger.name() == null ? "" : stranger.name(), LONGEST_NAME);
    String called = name.isEmpty() ? address.given() : name;
    return sql.sql(MEET)
        .param("channels", address.channel().kin())
        .param("channel", address.channel().code())
        .param("address", address.given())
        .param("norm", address.norm())
        .param("at", Sql.at(clock.instant()))
        .param("kind", stranger.kind().name().toLowerCase(Locale.ROOT))
        .param("name", called)
        .param("folded", Plain.folded(called))
        .param("locale", stranger.locale().toLanguageTag())
        .param("zone", stranger.zone().getId())
        .query((rs, n) -> new Met(Rows.customer(rs, n), rs.getBoolean("is_new")))
        .optional();
  }
}

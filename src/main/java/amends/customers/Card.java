package amends.customers;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.NotFound;
import amends.shared.Plain;
import amends.shared.ReadMemory;
import amends.shared.Refusal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What stands on a customer's card: name, number, ways to reach them, when and how they want it.
 */
@Component
final class Card {
  private final JdbcClient sql;
  private final ContactPoints points;
  private final Mergers mergers;
  private final Journal journal;
  private final ReadMemory<Long, Customer> read = new ReadMemory<>();

  Card(JdbcClient sql, ContactPoints points, Mergers mergers, Journal journal) {
    this.sql = sql;
    this.points = points;
    this.mergers = mergers;
    this.journal = journal;
  }

  Mergers mergers() {
    return mergers;
  }

  /** What they prefer first, then their own ways, then those of whoever was merged with them. */
  List<ContactPoint> contacts(long customer) {
    List<ContactPoint> all = points.of(mergers.selves(customer));
    return all.stream()
        .sorted(
            Comparator.comparing((ContactPoint c) -> !c.living())
                .thenComparing(c -> !c.preferred())
                .thenComparing(c -> c.customerId() != customer))
        .toList();
  }

  Customer customer(long id) {
    return read.of(id, this::ask);
  }

  private Customer ask(long id) {
    return customers(List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound(Customers.subject(id)));
  }

  List<Customer> customers(Collection<Long> ids) {
    return sql.sql("select %s from customer c where c.id = any(:ids)".formatted(Rows.CUSTOMER))
        .param("ids", ids.toArray(Long[]::new))
        .query(Rows::customer)
        .list();
  }

  Optional<Customer> byExternalId(String externalId) {
    return sql.sql(
            """
            select %s from customer m join customer c on c.id = coalesce(m.merged_into, m.id)
            where m.external_id = :externalId
            """
                .formatted(Rows.CUSTOMER))
        .param("externalId", externalId)
        .query(Rows::customer)
        .optional();
  }

  List<ContactPoint> contacts(Collection<Long> customers) {
    return points.of(customers);
  }

  void met(long customer, Channel channel, Actor by) {
    tell("customer.met", customer, by, Map.of("channel", channel.code()));
  }

  void rename(long customer, String name, Actor by) {
    String clean = Plain.line(name, Meeting.LONGEST_NAME);
    if (clean.isEmpty()) {
      throw new Refusal("name", "customers.refuse.name");
    }
    standing(customer);
    int changed =
        sql.sql("update customer set name = :name, name_folded = :folded where id = :id")
            .param("name", clean)
            .param("folded", Plain.folded(clean))
            .param("id", customer)
            .update();
    exists(customer, changed);
    tell("customer.renamed", customer, by, Map.of());
  }

  void identify(long customer, String externalId, Actor by) {
    String clean = Plain.line(externalId);
    Optional<Customer> bearer = byExternalId(clean);
    if (clean.isEmpty() || bearer.filter(other -> other.id() != customer).isPresent()) {
      throw new Refusal("externalId", "customers.refuse.externalId", clean);
    }
    if (bearer.isPresent()) {
      return;
    }
    standing(customer);
    int changed =
        sql.sql("update customer set external_id = :externalId where id = :id")
            .param("externalId", clean)
            .param("id", customer)
            .update();
    exists(customer, changed);
    tell("customer.identified", customer, by, Map.of());
  }

  long addContact(long customer, Address address, Actor by) {
    standing(customer);
    Optional<Long> added = points.add(customer, address);
    if (added.isPresent()) {
      tell(
          "customer.contact_added",
          customer,
          by,
          Map.of("contact", added.get(), "channel", address.channel().code()));
      return added.get();
    }
    return points
        .living(address)
        .filter(known -> mergers.selves(customer).contains(known.customerId()))
        .map(ContactPoint::id)
        .orElseThrow(() -> new Refusal("address", "customers.refuse.taken", address.given()));
  }

  void verify(long contact, String how, Actor by) {
    points
        .verify(contact, how)
        .ifPresent(customer ->
            tell(
                "customer.contact_verified", customer, by, Map.of("contact", contact, "how", how)));
  }

  void bury(long contact, String why, Actor by) {
    points
        .bury(contact, why)
        .ifPresent(customer ->
            tell("customer.contact_died", customer, by, Map.of("contact", contact, "why", why)));
  }

  void prefer(long customer, long contact, Actor by) {
    standing(customer);
    if (!points.prefer(mergers.selves(customer), contact)) {
      throw new Refusal("contact", "customers.refuse.contact");
    }
    sql.sql(
            """
            update customer set preferred_channel =
              (select channel from contact_point where id = :contact)
            where id = :id
            """)
        .param("contact", contact)
        .param("id", customer)
        .update();
    tell("customer.channel_preferred", customer, by, Map.of("contact", contact));
  }

  void quietHours(long customer, @Nullable QuietHours hours, Actor by) {
    standing(customer);
    int changed =
        sql.sql("update customer set quiet_from = :from, quiet_to = :to where id = :id")
            .param("from", hours == null ? null : hours.from())
            .param("to", hours == null ? null : hours.to())
            .param("id", customer)
            .update();
    exists(customer, changed);
    tell(
        "customer.quiet_hours_set",
        customer,
        by,
        hours == null
            ? Map.of()
            : Map.of("from", hours.from().toString(), "to", hours.to().toString()));
  }

  /**
   * Nothing is written any more on the card of somebody who was erased. An erasure that is at work
   * is waited for: what was written meanwhile would stay behind it.
   */
  void standing(long customer) {
    boolean erased =
        sql.sql("select erased_at is not null from customer where id = :id for no key update")
            .param("id", customer)
            .query(Boolean.class)
            .optional()
            .orElseThrow(() -> new NotFound(Customers.subject(customer)));
    if (erased) {
      throw new Refusal("", "customers.data.refuse.erased");
    }
  }

  private static void exists(long customer, int changed) {
    if (changed == 0) {
      throw new NotFound(Customers.subject(customer));
    }
  }

  private void tell(String kind, long customer, Actor by, Map<String, ?> payload) {
    journal.record(kind, Customers.subject(customer), by, payload);
  }
}

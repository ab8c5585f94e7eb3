package amends.customers;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Plain;
import amends.shared.Refusal;
import amends.shared.Sql;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Customers as other systems write them down and change them. */
@Component
public final class Changes {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;
  private final Card card;

  Changes(JdbcClient sql, InstantSource clock, Acts acts, Journal journal, Card card) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
    this.card = card;
  }

  /**
   * Writes somebody down with number and addresses, in one act.
   *
   * @throws Refusal when the name is blank, or the number or an address is somebody else's
   */
  public Customer add(NewCustomer draft, Actor by) {
    String name = Plain.line(draft.name(), Meeting.LONGEST_NAME);
    if (name.isEmpty()) {
      throw new Refusal("name", "customers.refuse.name");
    }
    return acts.call(() -> {
      long id = insert(draft, name);
      journal.record("customer.entered", Customers.subject(id), by);
      String externalId = draft.externalId();
      if (externalId != null) {
        card.identify(id, externalId, by);
      }
      for (NewCustomer.Reach reach : draft.contacts()) {
        card.addContact(id, Address.of(reach.channel(), reach.address()), by);
      }
      return card.customer(id);
    });
  }

  private long insert(NewCustomer draft, String name) {
    return sql.sql(
            """
            insert into customer (kind, name, name_folded, locale, zone, created_at)
            values (:kind, :name, :folded, :locale, :zone, :at) returning id
            """)
        .param("kind", draft.kind().name().toLowerCase(Locale.ROOT))
        .param("name", name)
        .param("folded", Plain.folded(name))
        .param("locale", draft.locale().toLanguageTag())
        .param("zone", draft.zone().getId())
        .param("at", Sql.at(clock.instant()))
        .query(Long.class)
        .single();
  }

  /**
   * Takes the row for this transaction, so that two changes follow each other.
   *
   * @throws NotFound when there is none
   */
  public Customer lock(long id) {
    return sql.sql("select %s from customer c where c.id = :id for update".formatted(Rows.CUSTOMER))
        .param("id", id)
        .query(Rows::customer)
        .optional()
        .orElseThrow(() -> new NotFound(Customers.subject(id)));
  }

  /** The language that we write to them in, and the zone of the moments that we tell them. */
  public void settle(long id, Locale locale, ZoneId zone, Actor by) {
    acts.run(() -> {
      card.standing(id);
      sql.sql("update customer set locale = :locale, zone = :zone where id = :id")
          .param("locale", locale.toLanguageTag())
          .param("zone", zone.getId())
          .param("id", id)
          .update();
      journal.record(
          "customer.settled",
          Customers.subject(id),
          by,
          Map.of("locale", locale.toLanguageTag(), "zone", zone.getId()));
    });
  }
}

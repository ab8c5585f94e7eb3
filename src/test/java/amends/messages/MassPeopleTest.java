package amends.messages;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customers.Customers;
import amends.messages.MassRows.Person;
import amends.messages.MassRows.Taken;
import amends.shared.Acts;
import amends.shared.WorkRows.Lease;
import amends.staff.Staff;
import amends.testing.AsOwner;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.RowsRead;
import amends.testing.TestClock;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a batch of a broadcast reads of the people behind it. */
@DatabaseTest
class MassPeopleTest {
  private static final int PEOPLE = 600;
  private static final int BATCH = 200;

  @Autowired MassRows rows;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired JdbcClient sql;
  @Autowired Acts acts;
  @Autowired TestClock clock;

  /** With the figures of an empty table it read every e-mail address there is for each of them. */
  @Test
  void readsNoAddressOfAnybodyElseHoweverYoungTheFigures() {
    new AsOwner().run("analyze customer, contact_point, delivery, broadcast_person");
    written(new Fernhill(staff, customers).brand.id());

    acts.run(() -> {
      sql.sql("set local enable_seqscan = off").update();
      long before = RowsRead.of(sql, "contact_point");
      List<Person> people = rows.people(5, 7, Medium.EMAIL, batch());
      assertThat(people).hasSize(BATCH).allMatch(Person::living);
      assertThat(RowsRead.of(sql, "contact_point") - before).isEqualTo(BATCH);
    });
  }

  /** A broadcast to all of them, on its way. */
  private void written(long brand) {
    new AsOwner()
        .run(
            """
            insert into customer (id, kind, name, name_folded, locale, zone, created_at) overriding system value
            select n, 'person', 'Ann Berg', 'ann berg', 'en', 'UTC', now() from generate_series(1001, 1000 + %1$d) n;
            insert into contact_point (customer_id, channel, address, address_norm, preferred, added_at)
            select id, 'email', 'ann-' || id || '@berg.example', 'ann-' || id || '@berg.example', true, now()
            from customer where id > 1000;
            insert into message (id, direction, channel, about_kind, about_id, customer_id, brand_id, author_kind, author_id,
              address, name, subject, body, reply_text, kind, automatic, rfc_id, occurred_at, nothing_more, purpose, onward) overriding system value
            values (7, 'out', 'email', 'broadcast', 0, 0, %2$d, 'system', 0, '', '', 'Kettle', 'Hello.', '', 'broadcast',
              false, 'x', now(), true, 'service', true);
            insert into broadcast (id, brand_id, purpose, subject, body, ways, made_by_kind, made_by_id, made_at) overriding system value
            values (5, %2$d, 'service', 'Kettle', 'Hello.', 'email', 'system', 0, now());
            insert into broadcast_person (broadcast_id, no, customer_id, channel, address)
            select 5, customer_id, customer_id, channel, address from contact_point where customer_id > 1000;
            insert into delivery (id, message_id, customer_id, channel, address, created_at, give_up_at, ready_at, mass) overriding system value
            select customer_id, 7, customer_id, channel, address, now(), now(), now(), true
            from contact_point where customer_id > 1000;
            """
                .formatted(PEOPLE, brand));
  }

  private List<Taken> batch() {
    return LongStream.rangeClosed(1001, 1000 + BATCH)
        .mapToObj(n ->
            new Taken(
                new Lease(n, 1, 1),
                n,
                "ann-" + n + "@berg.example",
                null,
                0,
                clock.instant(),
                clock.instant()))
        .toList();
  }
}

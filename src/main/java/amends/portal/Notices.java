package amends.portal;

import amends.cases.Case;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.messages.Message;
import amends.messages.Messages;
import amends.messages.Next;
import amends.messages.Outgoing;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Texts;
import amends.staff.Brand;
import amends.staff.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Short letters of the program's own, whose secret is put below them as they leave. */
@Component
final class Notices {
  private final JdbcClient sql;
  private final Customers customers;
  private final Messages messages;
  private final Staff staff;
  private final Texts texts;

  Notices(JdbcClient sql, Customers customers, Messages messages, Staff staff, Texts texts) {
    this.sql = sql;
    this.customers = customers;
    this.messages = messages;
    this.staff = staff;
    this.texts = texts;
  }

  /**
   * What stands below a letter.
   *
   * @param kind link, code or confirm
   */
  record Enclosed(String kind, long ref) {}

  /**
   * @param what the middle of the text keys: {@code portal.letter.<what>.subject} and its body
   * @throws Refusal when this address got too many letters of the program's own
   */
  void send(Case matter, String address, String what, @Nullable Enclosed enclosed) {
    Customer customer = customers.customer(matter.customerId());
    Brand brand = staff.brand(matter.brandId());
    Texts.Voice t = texts.voice(customer.locale(), customer.zone());
    String key = "portal.letter." + what;
    long id =
        messages.send(
            new Outgoing(
                matter.asSubject(),
                customer.id(),
                address,
                t.say(key + ".subject", brand.name(), String.valueOf(matter.id())),
                t.say(key, brand.name(), String.valueOf(matter.id())),
                Outgoing.Kind.NOTICE,
                Actor.SYSTEM,
                brand.id(),
                null,
                new Next.NothingMore()));
    if (messages.message(id).map(Message::notSent).isPresent()) {
      throw new Refusal("", "portal.refusal.too-often");
    }
    if (enclosed != null) {
      sql.sql("insert into portal_enclosure (message_id, kind, ref) values (:message, :kind, :ref)")
          .param("message", id)
          .param("kind", enclosed.kind())
          .param("ref", enclosed.ref())
          .update();
    }
  }
}

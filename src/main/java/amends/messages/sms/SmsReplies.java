package amends.messages.sms;

import amends.customers.Channel;
import amends.customers.Choices;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Purpose;
import amends.customers.Stranger;
import amends.messages.Connection;
import amends.messages.Disposition;
import amends.messages.LastMatter;
import amends.messages.Letterbox;
import amends.messages.MailPerson;
import amends.messages.Medium;
import amends.messages.Slip;
import amends.messages.Suppressions;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.staff.Brand;
import amends.staff.Staff;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Text messages that somebody writes: to the matter that we wrote to them about last, or to a new
 * one. The word stop alone is no matter; it is kept, and nothing but safety is sent there.
 */
@Component
final class SmsReplies {
  private static final String NOBODY = "@sms.invalid";

  private final Letterbox letterbox;
  private final LastMatter lastMatter;
  private final Staff staff;
  private final Wishes wishes;
  private final Acts acts;

  SmsReplies(Letterbox letterbox, LastMatter lastMatter, Staff staff, Wishes wishes, Acts acts) {
    this.letterbox = letterbox;
    this.lastMatter = lastMatter;
    this.staff = staff;
    this.wishes = wishes;
    this.acts = acts;
  }

  @Component
  record Wishes(Customers customers, Suppressions suppressions, Choices choices, StopWords words) {}

  void take(Connection connection, SmsProvider.Reply reply) {
    acts.run(() -> taken(connection, reply));
  }

  private void taken(Connection connection, SmsProvider.Reply reply) {
    Brand brand = brand(connection);
    Optional<String> number = Numbers.dialled(reply.from(), brand.locale());
    String from = number.orElse(reply.from());
    StopWords.Said said = wishes.words().in(reply.words());
    if (said != StopWords.Said.NEITHER) {
      wished(from, said == StopWords.Said.STOP, connection.id() + " " + reply.reference());
      return;
    }
    Customer customer =
        wishes
            .customers()
            .meet(
                Stranger.person(from, Channel.SMS, from, brand.locale(), brand.zone()),
                Actor.SYSTEM);
    Disposition where =
        lastMatter
            .of(customer.id(), Medium.SMS)
            .<Disposition>map(Disposition.AttachTo::new)
            .orElse(new Disposition.OpenFor(customer.id(), Medium.SMS.code()));
    Slip slip =
        new Slip(
            Medium.SMS.code(),
            new MailPerson(customer.name(), from + NOBODY),
            brand.senderAddress(),
            "",
            reply.words(),
            List.of());
    letterbox.dropOnce(
        slip,
        connection.id() + " " + reply.reference(),
        from,
        where,
        Actor.customer(customer.id()));
  }

  private Brand brand(Connection connection) {
    Long own = connection.brandId();
    return own == null ? staff.defaultBrand().orElseThrow() : staff.brand(own);
  }

  /**
   * Said any number of times it is kept once; and told again by the provider, later than what they
   * said afterwards, it undoes nothing.
   */
  private void wished(String from, boolean stop, String reference) {
    Optional<Customer> known = wishes.customers().recognise(Channel.SMS, from);
    Actor by = known.map(c -> Actor.customer(c.id())).orElse(Actor.SYSTEM);
    boolean stopped = wishes.suppressions().standing(Medium.SMS, from).isPresent();
    if (stop == stopped || wishes.suppressions().heeded(Medium.SMS, from, reference)) {
      return;
    }
    if (stop) {
      wishes.suppressions().suppress(Medium.SMS, from, "stop", reference, by);
    } else {
      wishes.suppressions().liftBy(reference, Medium.SMS, from, by);
    }
    known.ifPresent(
        c -> wishes.choices().say(c.id(), Purpose.SERVICE, Channel.SMS, !stop, "stop", by));
  }
}

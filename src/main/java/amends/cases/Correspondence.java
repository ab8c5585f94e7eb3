package amends.cases;

import amends.customers.Channel;
import amends.customers.ContactPoint;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.messages.Direction;
import amends.messages.Message;
import amends.messages.Messages;
import amends.messages.Next;
import amends.messages.Outgoing;
import amends.promises.Promise;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.staff.Brand;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Messages to the customer of a case, and the promises that they make and keep. */
@Component
final class Correspondence {
  private final Customers customers;
  private final Messages messages;
  private final Addressees addressees;
  private final Letters letters;
  private final Pledges pledges;

  Correspondence(
      Customers customers,
      Messages messages,
      Addressees addressees,
      Letters letters,
      Pledges pledges) {
    this.customers = customers;
    this.messages = messages;
    this.addressees = addressees;
    this.letters = letters;
    this.pledges = pledges;
  }

  /** Says that a message has arrived, who answers and by when: what the first promise says. */
  void acknowledge(
      MailOpening.Opened by, Brand brand, Customer customer, String address, long answers) {
    Case opened = by.matter();
    Optional<String> instead = by.ruled() ? addressees.instead(opened) : Optional.empty();
    Instant dueAt = Objects.requireNonNull(opened.nextDueAt());
    long promise = Objects.requireNonNull(opened.nextPromiseId());
    messages.send(
        new Outgoing(
            opened.asSubject(),
            customer.id(),
            instead.orElse(address),
            letters.acknowledgementSubject(opened.id(), customer),
            letters.acknowledgement(opened.id(), brand, customer, dueAt),
            Outgoing.Kind.ACKNOWLEDGEMENT,
            Actor.SYSTEM,
            brand.id(),
            answers,
            new Next.By(letters.answerPromise(customer), dueAt, promise)));
  }

  /**
   * Sends a colleague's reply. What it says happens next is promised, what was promised before is
   * kept once the message has arrived.
   *
   * @return the id of the message
   */
  long reply(Case matter, Draft draft, Viewer by) {
    if (draft.text().isBlank()) {
      throw new Refusal("text", "cases.refusal.no-text");
    }
    Customer customer = customers.customer(matter.customerId());
    Optional<Message> last = lastReceived(matter);
    String address = address(matter, customer, last);
    Pledges.Given given = pledges.give(matter, draft, by.actor());
    long message =
        messages.send(
            new Outgoing(
                matter.asSubject(),
                customer.id(),
                address,
                subject(matter, last),
                body(matter, draft.text(), customer, by, given),
                Outgoing.Kind.REPLY,
                by.actor(),
                matter.brandId(),
                last.map(Message::id).orElse(null),
                given.next()));
    also(matter, customer, subject(matter, last), message, given.next(), by);
    pledges.keepWithMessage(matter, given, message, by.actor());
    return message;
  }

  /**
   * Tells the customer, before it is due, that a promise cannot be kept: why, what we offer
   * instead, and the new moment.
   *
   * @return the id of the message
   */
  long tellMoved(Case matter, Promise old, Promise anew, Moving how, Viewer by) {
    Customer customer = customers.customer(matter.customerId());
    Optional<Message> last = lastReceived(matter);
    Next next = new Next.By(anew.words(), anew.dueAt(), anew.id());
    String said = letters.moved(customer, old, how.why(), how.instead());
    long message =
        messages.send(
            new Outgoing(
                matter.asSubject(),
                customer.id(),
                address(matter, customer, last),
                subject(matter, last),
                body(matter, said, customer, by, new Pledges.Given(next, List.of())),
                Outgoing.Kind.REPLY,
                by.actor(),
                matter.brandId(),
                last.map(Message::id).orElse(null),
                next));
    also(matter, customer, subject(matter, last), message, next, by);
    return message;
  }

  /**
   * Where a reply goes: to where they last wrote from, if that is theirs, else where they prefer;
   * to a representative, where one is addressed instead.
   */
  Optional<String> replyAddress(Case matter) {
    Customer customer = customers.customer(matter.customerId());
    return addressOrNone(matter, customer, lastReceived(matter));
  }

  /** The same letter for whoever is addressed beside the customer. */
  private void also(
      Case matter, Customer customer, String subject, long message, Next next, Viewer by) {
    String body = messages.message(message).orElseThrow().text();
    for (String address : addressees.also(matter)) {
      messages.send(
          new Outgoing(
              matter.asSubject(),
              customer.id(),
              address,
              subject,
              body,
              Outgoing.Kind.REPLY,
              by.actor(),
              matter.brandId(),
              null,
              next));
    }
  }

  private String address(Case matter, Customer customer, Optional<Message> last) {
    return addressOrNone(matter, customer, last)
        .orElseThrow(() -> new Refusal("text", "cases.refusal.no-address", customer.name()));
  }

  private Optional<String> addressOrNone(Case matter, Customer customer, Optional<Message> last) {
    if (addressees.replaced(matter)) {
      return addressees.instead(matter);
    }
    List<ContactPoint> points =
        customers.contacts(customer.id()).stream()
            .filter(c -> c.living() && c.channel() == Channel.EMAIL)
            .toList();
    Optional<String> lastUsed =
        last.map(Message::address)
            .filter(a -> points.stream().anyMatch(c -> c.address().equalsIgnoreCase(a)));
    return lastUsed.or(() -> points.stream().findFirst().map(ContactPoint::address));
  }

  private Optional<Message> lastReceived(Case matter) {
    return messages.about(matter.asSubject()).stream()
        .filter(m -> m.direction() == Direction.IN)
        .max(Comparator.comparing(Message::at));
  }

  private static String subject(Case matter, Optional<Message> last) {
    String theirs = last.map(Message::subject).filter(s -> !s.isBlank()).orElse(matter.subject());
    return theirs.regionMatches(true, 0, "Re:", 0, 3) ? theirs : "Re: " + theirs;
  }

  private String body(Case matter, String text, Customer customer, Viewer by, Pledges.Given given) {
    Brand brand = addressees.brand(matter);
    if (given.whenChanged()) {
      return letters.whenChanged(text, customer, brand, by.name());
    }
    String words = null;
    Instant dueAt = null;
    if (given.next() instanceof Next.By promised) {
      words = promised.words();
      dueAt = promised.dueAt();
    }
    return letters.reply(text, customer, brand, by.name(), words, dueAt);
  }
}

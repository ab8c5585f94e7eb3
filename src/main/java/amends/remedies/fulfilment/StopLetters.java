package amends.remedies.fulfilment;

import amends.customers.Customer;
import amends.customers.Customers;
import amends.messages.Messages;
import amends.messages.Next;
import amends.messages.Outgoing;
import amends.messages.Way;
import amends.messages.Ways;
import amends.promises.NewPromise;
import amends.promises.Owner;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.remedies.Amounts;
import amends.remedies.Matter;
import amends.shared.Money;
import amends.shared.Refusal;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
import amends.staff.Brand;
import amends.staff.Staff;
import amends.staff.Viewer;
import amends.time.RoundMoments;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a customer is told when something that was given to them is stopped or claimed back: that it
 * is, why, that they can say what they have to say, and by when they hear what was decided.
 */
@Component
final class StopLetters {
  /** After their answer is in, or the time for it is over. */
  private static final Duration TO_DECIDE = Duration.ofDays(2);

  private final Messages messages;
  private final Ways ways;
  private final Promises promises;
  private final People people;
  private final Texts texts;

  StopLetters(Messages messages, Ways ways, Promises promises, People people, Texts texts) {
    this.messages = messages;
    this.ways = ways;
    this.promises = promises;
    this.people = people;
    this.texts = texts;
  }

  @Component
  record People(Customers customers, Staff staff) {}

  /**
   * @param promiseId to tell them what was decided
   * @param messageId null when nothing could be sent: then the promise's owner tells them
   */
  record Told(long promiseId, @Nullable Long messageId) {}

  /** At least so long, to a full hour where they are. */
  Instant answerUntil(Matter matter, Instant now) {
    return RoundMoments.hour(now.plus(Stops.TO_ANSWER), customer(matter).zone());
  }

  /** Within an act. */
  Told opened(Matter matter, Order order, Stop stop, Viewer by) {
    Customer customer = customer(matter);
    Voice t = texts.voice(customer.locale(), customer.zone());
    Instant due = stop.answerUntil().plus(TO_DECIDE);
    Promise promise =
        promises.make(
            new NewPromise(
                matter.about(),
                customer.id(),
                Promise.Kind.CONTACT,
                t.say("remedies.stop.promise"),
                due,
                Owner.person(by.id()),
                by.actor()));
    String words =
        t.say(
            "remedies.stop.letter." + stop.way(),
            customer.name(),
            t.say("remedies.stop.letter.reason." + stop.reason().code()),
            t.moment(stop.answerUntil()),
            t.moment(due),
            what(t, order));
    return new Told(
        promise.id(),
        sent(
            matter,
            customer,
            new Letter(
                t.say("remedies.stop.letter.subject", String.valueOf(matter.about().id())),
                words,
                new Next.By(promise.words(), due, promise.id())),
            by));
  }

  /** Within an act: what was decided, which is what was promised. */
  void decided(Matter matter, Stop stop, boolean upheld, Viewer by) {
    Customer customer = customer(matter);
    Voice t = texts.voice(customer.locale(), customer.zone());
    String words =
        t.say(
            "remedies.stop.letter." + (upheld ? "upheld." : "lifted.") + stop.way(),
            customer.name(),
            t.say("remedies.stop.letter.reason." + stop.reason().code()));
    Long message =
        sent(
            matter,
            customer,
            new Letter(
                t.say("remedies.stop.letter.subject", String.valueOf(matter.about().id())),
                words,
                new Next.NothingMore()),
            by);
    Long promise = stop.promiseId();
    if (message != null && promise != null) {
      promises.keepOnDelivery(promise, message);
    }
  }

  /** Who was given several things has to know which one is stopped. */
  private static String what(Voice t, Order order) {
    Money money = order.money();
    return money == null
        ? t.say("remedies.stop.letter.something")
        : Amounts.words(money, t.locale());
  }

  private record Letter(String subject, String words, Next next) {}

  private @Nullable Long sent(Matter matter, Customer customer, Letter letter, Viewer by) {
    Brand brand = people.staff().brand(matter.brandId());
    Optional<Way> way = ways.first(new Ways.To(customer.id(), matter.brandId(), matter.about()));
    Voice t = texts.voice(customer.locale(), customer.zone());
    String end = t.say("remedies.stop.letter.end", by.name(), brand.name());
    try {
      return way.map(w ->
              messages.send(
                  new Outgoing(
                          matter.about(),
                          customer.id(),
                          w.address(),
                          letter.subject(),
                          letter.words() + "\n\n" + end,
                          Outgoing.Kind.NOTICE,
                          by.actor(),
                          matter.brandId(),
                          null,
                          letter.next())
                      .by(w.medium(), w.address())
                      .goingOn()))
          .orElse(null);
    } catch (Refusal gate) {
      // Only approved words may leave a restricted matter: the promise stays owed, and is told.
      return null;
    }
  }

  private Customer customer(Matter matter) {
    return people.customers().customer(matter.customerId());
  }
}

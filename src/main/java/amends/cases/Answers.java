package amends.cases;

import amends.customers.Customer;
import amends.customers.Customers;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.Actor;
import amends.staff.Brand;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The answer that we owe to whoever writes to us: by when, and in which words. */
@Component
final class Answers {
  private final NextMoment nextMoment;
  private final Promises promises;
  private final Customers customers;
  private final Letters letters;
  private final Rhythm rhythm;

  Answers(
      NextMoment nextMoment,
      Promises promises,
      Customers customers,
      Letters letters,
      Rhythm rhythm) {
    this.nextMoment = nextMoment;
    this.promises = promises;
    this.customers = customers;
    this.letters = letters;
    this.rhythm = rhythm;
  }

  Instant dueAt(Brand brand) {
    return rhythm.answerBy(brand);
  }

  String words(Customer customer) {
    return letters.answerPromise(customer);
  }

  String withoutSubject(Brand brand) {
    return letters.said(brand, "cases.mail.no-subject");
  }

  String unreadableSubject(Brand brand) {
    return letters.said(brand, "cases.mail.unreadable");
  }

  String unknownSender(Brand brand) {
    return letters.said(brand, "cases.mail.unknown-sender");
  }

  String wroteAgain(Brand brand) {
    return letters.said(brand, "cases.mail.wrote-again");
  }

  /** What was to come has come; when nothing is left, we look ourselves after a while. */
  void moveOn(Case matter, Brand brand) {
    nextMoment.moveOn(matter, letters.lookWords(brand), rhythm.lookBy());
  }

  /** What we waited for has come: it is our turn, within the time for an answer. */
  void lookSoon(Case matter, Brand brand) {
    nextMoment.moveOn(matter, letters.lookWords(brand), dueAt(brand));
  }

  /** So that a case which others have emptied is not forgotten. */
  void lookIfNothingIsOwed(Case matter, Brand brand, Actor by) {
    if (nextMoment.owed(matter.id()).isEmpty()) {
      nextMoment.promise(matter, Promise.Kind.LOOK, letters.lookWords(brand), dueAt(brand), by);
    }
  }

  String undelivered(Brand brand) {
    return letters.said(brand, "cases.mail.undelivered");
  }

  Set<Long> meant(Case matter) {
    return nextMoment.meant(matter.id());
  }

  void point(Case matter) {
    nextMoment.point(matter.id());
  }

  /**
   * The customer wrote again. Unless a word to them is owed sooner anyway, an answer is owed now;
   * it is our turn, and a look of our own is no longer needed. A closed case is taken up again.
   */
  void oweFor(Case matter, Brand brand, Actor by) {
    Customer customer = customers.customer(matter.customerId());
    List<Promise> owed = nextMoment.owed(matter.id());
    Instant dueAt = dueAt(brand);
    boolean owedSooner =
        owed.stream()
            .filter(p -> p.kind() == Promise.Kind.ANSWER || p.kind() == Promise.Kind.CONTACT)
            .anyMatch(p -> !p.dueAt().isAfter(dueAt));
    if (!owedSooner) {
      nextMoment.promise(matter, Promise.Kind.ANSWER, words(customer), dueAt, by);
    }
    nextMoment.looks(matter.id()).forEach(p -> promises.release(p.id(), "customer_wrote", by));
  }
}

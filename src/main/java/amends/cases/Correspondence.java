package amends.cases;

import amends.customers.Customer;
import amends.messages.Medium;
import amends.messages.Message;
import amends.messages.Messages;
import amends.messages.Next;
import amends.messages.Outgoing;
import amends.messages.Way;
import amends.messages.Ways;
import amends.promises.Promise;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Brand;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Messages to the customer of a case, and the promises that they make and keep. */
@Component
final class Correspondence {
  private final Paths paths;
  private final Messages messages;
  private final Addressees addressees;
  private final Letters letters;
  private final Pledges pledges;

  Correspondence(
      Paths paths, Messages messages, Addressees addressees, Letters letters, Pledges pledges) {
    this.paths = paths;
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
   * The same in few words, over the channel that it came by. Where that cannot be written to, a
   * colleague's answer is the first word.
   */
  void acknowledgeOver(Medium medium, Case opened, Brand brand, Customer customer, long answers) {
    Instant dueAt = Objects.requireNonNull(opened.nextDueAt());
    long promise = Objects.requireNonNull(opened.nextPromiseId());
    Ways.To to = new Ways.To(customer.id(), brand.id(), opened.asSubject());
    addressees.ways().of(to).stream()
        .filter(way -> way.open() && way.medium() == medium)
        .findFirst()
        .ifPresent(way ->
            messages.send(
                new Outgoing(
                        opened.asSubject(),
                        customer.id(),
                        way.address(),
                        letters.acknowledgementSubject(opened.id(), customer),
                        letters.acknowledgementShort(opened.id(), brand, customer, dueAt),
                        Outgoing.Kind.ACKNOWLEDGEMENT,
                        Actor.SYSTEM,
                        brand.id(),
                        answers,
                        new Next.By(letters.answerPromise(customer), dueAt, promise))
                    .by(medium, way.address())));
  }

  /** A fixed sentence below what they wrote in public: nothing of the case is in it. */
  void answerInPublic(String words, Case opened, Customer customer, long answers) {
    Instant dueAt = Objects.requireNonNull(opened.nextDueAt());
    long promise = Objects.requireNonNull(opened.nextPromiseId());
    Ways.To to = new Ways.To(customer.id(), opened.brandId(), opened.asSubject());
    String address = addressees.ways().address(Medium.SOCIAL, to).orElse("");
    if (!address.isEmpty()) {
      messages.send(
          new Outgoing(
                  opened.asSubject(),
                  customer.id(),
                  address,
                  letters.acknowledgementSubject(opened.id(), customer),
                  words,
                  Outgoing.Kind.ACKNOWLEDGEMENT,
                  Actor.SYSTEM,
                  opened.brandId(),
                  answers,
                  new Next.By(letters.answerPromise(customer), dueAt, promise))
              .by(Medium.PUBLIC, address));
    }
  }

  /**
   * Sends a colleague's reply. What it says happens next is promised, what was promised before is
   * kept once the message has arrived.
   *
   * @return the id of the message
   */
  long reply(Case matter, Draft draft, Viewer by) {
    Way way = way(matter, draft.way());
    return pledges
        .write(
            matter,
            draft,
            !way.medium().byPeople(),
            given ->
                sent(matter, outgoing(matter, draft.text(), given, way, by).later(draft.later())),
            by.actor())
        .id();
  }

  private Subject sent(Case matter, Outgoing letter) {
    long message = messages.send(letter);
    also(matter, letter);
    return Subject.of("message", message);
  }

  /**
   * As it would go, for whoever looks at it first; nothing is promised by that.
   *
   * @throws Refusal when nothing was written, or there is no such way
   */
  Outgoing draft(Case matter, Draft draft, Viewer by) {
    Next next =
        draft.nothingMore() || draft.words() == null || draft.dueAt() == null
            ? new Next.NothingMore()
            : new Next.By(draft.words(), draft.dueAt(), 0);
    Pledges.Given given = new Pledges.Given(next, List.of());
    return outgoing(matter, draft.text(), given, way(matter, draft.way()), by).later(draft.later());
  }

  private Way way(Case matter, String asked) {
    return paths
        .chosen(matter, asked)
        .orElseThrow(
            () -> new Refusal("text", "cases.refusal.no-address", paths.customer(matter).name()));
  }

  private Outgoing outgoing(Case matter, String text, Pledges.Given given, Way way, Viewer by) {
    if (text.isBlank()) {
      throw new Refusal("text", "cases.refusal.no-text");
    }
    Optional<Message> last = paths.lastReceived(matter);
    Outgoing written =
        new Outgoing(
                matter.asSubject(),
                matter.customerId(),
                way.address(),
                subject(matter, last),
                body(matter, text, way.medium(), by, given),
                Outgoing.Kind.REPLY,
                by.actor(),
                matter.brandId(),
                last.map(Message::id).orElse(null),
                given.next())
            .by(way.medium(), way.address());
    return addressees.replaced(matter) || way.medium() == Medium.PUBLIC
        ? written
        : written.goingOn();
  }

  /**
   * Tells the customer, before it is due, that a promise cannot be kept: why, what we offer
   * instead, and the new moment.
   *
   * @return the id of the message
   * @throws Refusal when nothing that is written reaches them in time
   */
  long tellMoved(Case matter, Promise old, Promise anew, Moving how, Viewer by) {
    Next next = new Next.By(anew.words(), anew.dueAt(), anew.id());
    String said = letters.moved(paths.customer(matter), old, how);
    Pledges.Given given = new Pledges.Given(next, List.of());
    Way way =
        paths
            .atOnce(matter, how.way())
            .orElseThrow(() ->
                new Refusal("told", "cases.refusal.not-in-time", paths.customer(matter).name()));
    return sent(matter, outgoing(matter, said, given, way, by)).id();
  }

  /** The ways to whoever is addressed. */
  List<Way> ways(Case matter) {
    return paths.of(matter);
  }

  /** Where a reply goes when nobody chooses; empty when nobody can be reached. */
  Optional<Way> replyWay(Case matter) {
    return paths.chosen(matter, "");
  }

  /** The same letter, by e-mail, for whoever is addressed beside the customer. */
  private void also(Case matter, Outgoing letter) {
    for (String address : addressees.also(matter)) {
      messages.send(
          new Outgoing(
              letter.about(),
              letter.customerId(),
              address,
              letter.subject(),
              letter.body(),
              letter.kind(),
              letter.author(),
              letter.brandId(),
              null,
              letter.next()));
    }
  }

  private static String subject(Case matter, Optional<Message> last) {
    String theirs = last.map(Message::subject).filter(s -> !s.isBlank()).orElse(matter.subject());
    return theirs.regionMatches(true, 0, "Re:", 0, 3) ? theirs : "Re: " + theirs;
  }

  private String body(Case matter, String text, Medium medium, Viewer by, Pledges.Given given) {
    Letters.Hands hands =
        new Letters.Hands(paths.customer(matter), addressees.brand(matter), by.name());
    if (given.whenChanged()) {
      return letters.whenChanged(text, hands);
    }
    String words = null;
    Instant dueAt = null;
    if (given.next() instanceof Next.By promised) {
      words = promised.words();
      dueAt = promised.dueAt();
    }
    return letters.reply(text, medium, hands, words, dueAt);
  }
}

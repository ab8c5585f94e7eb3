package amends.cases;

import amends.customers.Customer;
import amends.messages.Arrived;
import amends.messages.Medium;
import amends.messages.ReadMail;
import amends.promises.Promise;
import amends.shared.Actor;
import amends.staff.Brand;
import amends.staff.HelpDesk;
import amends.staff.Team;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a mail does to cases: opens one, or adds to one and makes us owe an answer. */
@Component
final class MailCases {
  private static final int HAPPENED_LENGTH = 400;

  private final MailOpening opening;
  private final Correspondence correspondence;
  private final Answers answers;
  private final Brands brands;

  MailCases(MailOpening opening, Correspondence correspondence, Answers answers, Brands brands) {
    this.opening = opening;
    this.correspondence = correspondence;
    this.answers = answers;
    this.brands = brands;
  }

  MailOpening.Opened open(Arrived arrived, HelpDesk desk, Customer customer, String channel) {
    ReadMail mail = arrived.mail();
    String said = mail.replyText().isBlank() ? mail.text() : mail.replyText();
    String subject =
        mail.subject().isBlank() ? answers.withoutSubject(desk.brand()) : mail.subject();
    return opening.open(
        draft(desk, customer, channel, subject, shortened(said)),
        customer,
        new MailOpening.Told(customer.name(), said, arrived.messageId()));
  }

  Case openUnreadable(HelpDesk desk, Customer nobody) {
    String subject = answers.unreadableSubject(desk.brand());
    return opening.plainly(draft(desk, nobody, "email", subject, ""));
  }

  void acknowledge(
      MailOpening.Opened opened, Brand brand, Customer customer, String address, long answers) {
    correspondence.acknowledge(opened, brand, customer, address, answers);
  }

  /** In few words, over the channel that it came by, where that can be written to. */
  void acknowledgeOver(
      Medium medium, Case opened, Brand brand, Customer customer, long answersMessage) {
    correspondence.acknowledgeOver(medium, opened, brand, customer, answersMessage);
  }

  /** What the house has chosen to say to everybody, where they wrote in public. */
  void answerInPublic(String words, Case opened, Customer customer, Arrived mail) {
    correspondence.answerInPublic(words, opened, customer, mail.messageId());
  }

  /** Acknowledges what was taken in before, now that we know that they can be reached there. */
  void acknowledge(Case opened, Customer customer, String address, long answersMessage) {
    acknowledge(
        new MailOpening.Opened(opened, true),
        brands.of(opened.brandId()),
        customer,
        address,
        answersMessage);
  }

  /**
   * The customer spoke about a case that is there: an answer is owed, it is our turn, and a closed
   * case is taken up again.
   */
  void heard(Case matter, Endings endings, Actor by) {
    owe(matter);
    if (matter.closed()) {
      endings.takeUp(matter, wroteAgain(brands.of(matter.brandId())), by);
    } else {
      point(matter);
    }
  }

  /** The customer wrote about a case that is there: an answer is owed. */
  void owe(Case matter) {
    answers.oweFor(matter, brands.of(matter.brandId()), Actor.customer(matter.customerId()));
  }

  void point(Case matter) {
    answers.point(matter);
  }

  Set<Long> meant(Case matter) {
    return answers.meant(matter);
  }

  void moveOn(Case matter) {
    answers.moveOn(matter, brands.of(matter.brandId()));
  }

  /** Nobody is left without a next moment. */
  void lookIfNothingIsOwed(Case matter, Actor by) {
    answers.lookIfNothingIsOwed(matter, brands.of(matter.brandId()), by);
  }

  void lookSoon(Case matter) {
    answers.lookSoon(matter, brands.of(matter.brandId()));
  }

  String undelivered(Case matter) {
    return answers.undelivered(brands.of(matter.brandId()));
  }

  String wroteAgain(Brand brand) {
    return answers.wroteAgain(brand);
  }

  String unknownName(Brand brand) {
    return answers.unknownSender(brand);
  }

  private NewCase draft(
      HelpDesk desk, Customer customer, String channel, String subject, String happened) {
    Brand brand = desk.brand();
    Team team = desk.team();
    if (team == null) {
      throw new IllegalStateException("no team answers for brand " + brand.id());
    }
    Instant dueAt = answers.dueAt(brand);
    return new NewCase(
        brand.id(),
        team.id(),
        null,
        customer.id(),
        channel,
        subject,
        happened,
        null,
        null,
        null,
        true,
        Promise.Kind.ANSWER,
        answers.words(customer),
        dueAt,
        Actor.SYSTEM);
  }

  private static String shortened(String words) {
    String first =
        words.strip().lines().filter(l -> !l.isBlank()).limit(6).reduce("", MailCases::join);
    return first.length() <= HAPPENED_LENGTH
        ? first
        : first.substring(0, HAPPENED_LENGTH - 1) + "…";
  }

  private static String join(String a, String b) {
    return List.of(a, b.strip()).stream()
        .filter(s -> !s.isEmpty())
        .reduce((x, y) -> x + " " + y)
        .orElse("");
  }
}

package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customers.Customers;
import amends.journal.Journal;
import amends.journal.Sealer;
import amends.messages.Disposition;
import amends.messages.Held;
import amends.messages.Messages;
import amends.messages.PostOffice;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.Check;
import amends.staff.Staff;
import amends.staff.Viewer;
import amends.testing.DatabaseTest;
import amends.testing.FakeRelay.Got;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import amends.time.AlarmClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the tellings of the story share: Fernhill, its post, and a look at every check after each.
 */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Telling {
  @Autowired ApplicationContext context;
  @Autowired Cases cases;
  @Autowired CaseRows rows;
  @Autowired Promises promises;
  @Autowired Messages messages;
  @Autowired AlarmClock alarmClock;
  @Autowired Sealer sealer;
  @Autowired Journal journal;
  @Autowired List<Check> checks;
  @Autowired TestClock clock;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired JdbcClient sql;

  Fernhill world;
  PostOffice post;
  int letters;
  int test;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
    post = new PostOffice(context);
  }

  @AfterAll
  void closed() {
    post.close();
  }

  @BeforeEach
  void another() {
    test++;
  }

  @AfterEach
  void everythingHolds() {
    ring();
    while (sealer.perform()) {}
    assertThat(checks).flatExtracting(Check::run).isEmpty();
  }

  /** An address for each test: automatic mail to one address is capped. */
  String ruth() {
    return "Ruth Adeyemi <ruth-" + test + "@adeyemi.example>";
  }

  Case ruthWrites(String subject, String words) {
    post.write(ruth(), "help@fernhill.example", id(), subject, words);
    long number = sql.sql("select max(id) from amends_case").query(Long.class).single();
    return rows.get(number);
  }

  /** Ruth's, heard of on the phone; nobody owns it yet. */
  Case matter(String subject) {
    NewCase draft =
        new NewCase(
            world.brand.id(),
            world.home.id(),
            null,
            world.ruth().id(),
            "phone",
            subject,
            "Broken.",
            null,
            null,
            null,
            true,
            Promise.Kind.CONTACT,
            "We call you",
            clock.instant().plus(Duration.ofHours(5)),
            world.priya.actor());
    return cases.open(draft, world.priya);
  }

  static Draft promising(String text, String next, Instant dueAt) {
    return new Draft(text, next, dueAt, false);
  }

  static Draft nothingMore(String text) {
    return new Draft(text, null, null, true);
  }

  Settling settling() {
    Instant tomorrow = clock.instant().plus(Duration.ofHours(22));
    return new Settling(
        Outcome.MADE_RIGHT, "A new one was sent.", null, null, null, null, tomorrow, null);
  }

  String id() {
    return "<letter-" + ++letters + "@adeyemi.example>";
  }

  Got acknowledgement(Case opened) {
    return received("number " + opened.id());
  }

  /** Couriers work side by side: a letter is known by its words, not by its place. */
  Got received(String words) {
    return post.received().stream()
        .filter(got -> got.text().contains(words))
        .findFirst()
        .orElseThrow();
  }

  String emailAddress(Case opened) {
    return acknowledgement(opened)
        .header("Reply-To")
        .replaceFirst("(?s).*<", "")
        .replace(">", "")
        .strip();
  }

  void dismiss(Held held) {
    messages.release(held.id(), world.hanna.actor(), new Disposition.Dismiss("Not the customer."));
  }

  Case now(Case matter) {
    return rows.get(matter.id());
  }

  Promise next(Case matter) {
    return promises.promise(Objects.requireNonNull(now(matter).nextPromiseId()));
  }

  void ring() {
    while (alarmClock.perform()) {}
  }

  /** What a colleague is written to when the notices that wait go out. */
  List<String> toldByMail(Viewer colleague) {
    int seen = post.received().size();
    post.tellColleagues();
    return post.received().stream()
        .skip(seen)
        .filter(got -> got.to().equals(colleague.email()))
        .map(Got::text)
        .toList();
  }
}

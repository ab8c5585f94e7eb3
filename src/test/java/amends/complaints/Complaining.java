package amends.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.Cases;
import amends.cases.Draft;
import amends.complaints.Complaint.Received;
import amends.customers.Customers;
import amends.customers.Holds;
import amends.messages.PostOffice;
import amends.promises.Promise;
import amends.shared.Check;
import amends.shared.Money;
import amends.shared.Texts;
import amends.staff.Staff;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import amends.time.AlarmClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
 * What the tests of formal complaints share: Fernhill, its post, and a look at every check after
 * each.
 */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Complaining {
  static final LocalDate LONG_AGO = LocalDate.of(2026, 1, 1);

  @Autowired ApplicationContext context;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Cases cases;
  @Autowired Complaints complaints;
  @Autowired Letters letters;
  @Autowired Investigators investigators;
  @Autowired Switches switches;
  @Autowired Returns returns;
  @Autowired Holds holds;
  @Autowired AlarmClock alarmClock;
  @Autowired List<Check> checks;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  Fernhill world;
  PostOffice post;
  Texts.Voice t;
  int written;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
    post = new PostOffice(context);
    t = Texts.load().voice(Locale.ENGLISH, Fernhill.LONDON);
    switches.turnOn("disp", LONG_AGO, world.admin);
  }

  @AfterAll
  void closed() {
    post.close();
  }

  @BeforeEach
  void fromTheStart() {
    clock.set(TestClock.START);
  }

  @AfterEach
  void everythingHolds() {
    while (alarmClock.perform()) {}
    assertThat(checks).flatExtracting(Check::run).isEmpty();
  }

  long ruthWrites() {
    written++;
    post.write(
        "Ruth Adeyemi <ruth-c" + written + "@adeyemi.example>",
        "help@fernhill.example",
        "<complaint-" + written + "@adeyemi.example>",
        "I complain",
        "You charged me twice and nobody answers.");
    return sql.sql("select max(id) from amends_case").query(Long.class).single();
  }

  Complaint received(long id, String... regimes) {
    Instant at = cases.see(id, world.priya).openedAt();
    return complaints.receive(
        id,
        new Received(at, "written", "Her money back", "A consumer", false, false, List.of(regimes)),
        world.priya);
  }

  Complaint now(long id) {
    return complaints.of(id).orElseThrow();
  }

  Clock clock(long id, String rule) {
    return complaints.clocks(now(id)).stream()
        .filter(one -> one.rule().equals(rule))
        .findFirst()
        .orElseThrow();
  }

  Promise promise(long id, String rule) {
    return Objects.requireNonNull(clock(id, rule).promise());
  }

  static Draft nothingMore(String text) {
    return new Draft(text, null, null, true);
  }

  String prepared(long id, LetterKind kind) {
    return letters.prepared(now(id), kind, t);
  }

  void decided(long id) {
    complaints.assign(id, world.tom.id(), world.priya);
    complaints.decide(
        id,
        Complaint.Outcome.UPHELD,
        "The second charge was a mistake of ours.",
        new Money(4_000, "GBP"),
        world.tom);
  }
}

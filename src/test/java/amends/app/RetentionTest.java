package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.Cases;
import amends.cases.Draft;
import amends.cases.Outcome;
import amends.cases.Settling;
import amends.customers.Customers;
import amends.customers.Holds;
import amends.journal.Journal;
import amends.journal.Recorded;
import amends.messages.PostOffice;
import amends.shared.Check;
import amends.shared.Subject;
import amends.staff.Staff;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import amends.time.AlarmClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is older than its period is forgotten everywhere; what is held, or open, is not. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetentionTest {
  @Autowired ApplicationContext context;
  @Autowired Retention retention;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Cases cases;
  @Autowired Holds holds;
  @Autowired Journal journal;
  @Autowired AlarmClock alarmClock;
  @Autowired List<Check> checks;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  private Fernhill world;
  private PostOffice post;
  private int letters;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
    post = new PostOffice(context);
  }

  @AfterAll
  void closed() {
    post.close();
  }

  @AfterEach
  void everythingHolds() {
    while (alarmClock.perform()) {}
    assertThat(checks).flatExtracting(Check::run).isEmpty();
  }

  private long writes(String word) {
    letters++;
    String boundary = "\n--b\nContent-Type: text/plain\n\nThe " + word + " is broken.\n--b\n";
    post.lay(
        word + "@mail.example",
        "help@fernhill.example",
        "From: "
            + word
            + " <"
            + word
            + "@mail.example>\nTo: help@fernhill.example\nSubject: The "
            + word
            + "\nMessage-ID: <k"
            + letters
            + "@mail.example>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n"
            + boundary
            + "Content-Type: text/plain; name=proof.txt\nContent-Disposition: attachment; filename="
            + word
            + ".txt\n\nSeen by "
            + word
            + ".\n--b--\n");
    post.deliver();
    return sql.sql("select max(id) from amends_case").query(Long.class).single();
  }

  private long closedCase(String word) {
    long id = writes(word);
    cases.reply(id, new Draft("Sorry about the " + word, null, null, true), world.priya);
    post.deliver();
    cases.settle(
        id,
        new Settling(
            Outcome.MADE_RIGHT,
            "A new " + word,
            null,
            null,
            null,
            null,
            clock.instant().plus(Duration.ofHours(20)),
            null),
        world.priya);
    cases.followUp(
        id, "right", "phone", new Draft("It is fine, says " + word, null, null, true), world.priya);
    assertThat(cases.see(id, world.priya).closed()).isTrue();
    return id;
  }

  /** In how many rows of the tables that hold words, letters and bytes the word stands. */
  private long traces(String word) {
    return sql.sql(
            """
            select (select count(*) from amends_case where subject like :w or happened like :w)
              + (select count(*) from statement where words like :w)
              + (select count(*) from settlement where done like :w)
              + (select count(*) from follow_up where words like :w)
              + (select count(*) from message where body like :w or subject like :w or address like :w)
              + (select count(*) from attachment where name like :w)
              + (select count(*) from blob where position(cast(:bytes as bytea) in content) > 0)
            """)
        .param("w", "%" + word + "%")
        .param("bytes", word.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .query(Long.class)
        .single();
  }

  @Test
  void whatWasSaidInAClosedCaseGoesFromEveryRoomAndItsNumbersStay() {
    long old = closedCase("wombat");
    long held = closedCase("numbat");
    long open = writes("dingo");
    long customer = cases.see(held, world.priya).customerId();
    holds.set(
        customer,
        held,
        "A claim",
        clock.instant().plus(Duration.ofDays(9_000)),
        world.hanna.actor());
    assertThat(traces("wombat")).isPositive();
    clock.pass(Duration.ofDays(2_191));
    while (alarmClock.perform()) {}

    retention.perform();

    assertThat(traces("wombat")).isZero();
    assertThat(traces("numbat")).as("held").isPositive();
    assertThat(traces("dingo")).as("open").isPositive();
    assertThat(cases.see(old, world.priya).closed()).isTrue();
    assertThat(journal.history(Subject.of("case", old)))
        .extracting(Recorded::kind)
        .contains("case.closed", "case.forgotten");
    assertThat(cases.see(open, world.priya).closed()).isFalse();

    holds.lift(customer, holds.of(customer).getFirst().id(), world.hanna.actor());
    retention.perform();
    assertThat(traces("numbat")).isZero();
  }

  @Test
  void rawMailGoesBeforeTheLetterThatWasReadFromIt() {
    long id = writes("quokka");
    clock.pass(Duration.ofDays(731));
    while (alarmClock.perform()) {}
    retention.perform();

    assertThat(
            sql.sql(
                    """
                    select count(*) from inbound i join message m on m.id = i.filed_message_id
                    where m.about_id = :case and i.sha256 <> sha256(cast('' as bytea))
                    """)
                .param("case", id)
                .query(Long.class)
                .single())
        .isZero();
    assertThat(
            sql.sql("select body from message where about_id = :case and direction = 'in'")
                .param("case", id)
                .query(String.class)
                .single())
        .contains("quokka");
    retention.perform();
    assertThat(retention.periods())
        .filteredOn(p -> p.kind().equals("raw"))
        .allMatch(p -> p.older() == 0);
  }
}

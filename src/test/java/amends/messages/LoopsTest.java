package amends.messages;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customers.Customers;
import amends.messages.Outgoing.Kind;
import amends.shared.Actor;
import amends.shared.Subject;
import amends.staff.Staff;
import amends.testing.AsOwner;
import amends.testing.DatabaseTest;
import amends.testing.FakeRelay;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A machine that answers everything and says so nowhere gets no more than the caps (F24, P7). */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoopsTest {
  private static final String BOT = "bot@robots.example";

  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Messages messages;
  @Autowired JdbcClient sql;
  @Autowired TestClock clock;
  @Autowired ApplicationContext context;

  private Fernhill world;
  private PostOffice post;
  private int number;
  private int answered;

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
  void aQuietHouse() {
    new AsOwner().run("truncate message, inbound, delivery, held_mail cascade");
    clock.set(TestClock.START.plus(Duration.ofDays(10L * ++number)));
    answered = post.received().size();
  }

  private void botWrites(String to, String words, String headers) {
    post.lay(
        BOT,
        to,
        "From: Bot <%s>\nTo: %s\nSubject: Re: your words\nMessage-ID: <%d.%d@robots.example>\n%s\n%s\n"
            .formatted(BOT, to, number, System.nanoTime(), headers, words));
  }

  /** Answers everything that it has got since. */
  private void botAnswers(Function<FakeRelay.Got, String> where) {
    post.deliver();
    List<FakeRelay.Got> all = post.received();
    for (FakeRelay.Got got : all.subList(answered, all.size())) {
      String id = got.header("Message-ID");
      botWrites(where.apply(got), "I have got it.", "In-Reply-To: " + id + "\n");
    }
    answered = all.size();
  }

  private static String address(String field) {
    return field.replaceAll("(?s).*<|>", "");
  }

  private long sentToBot() {
    return post.received().stream().filter(got -> got.to().equals(BOT)).count();
  }

  @Test
  void aBotThatAnswersToTheReplyAddressIsAcknowledgedOnce() {
    long before = sentToBot();
    botWrites("help@fernhill.example", "It broke", "");
    for (int i = 0; i < 30; i++) {
      botAnswers(got -> address(got.header("Reply-To")));
      clock.set(clock.instant().plusSeconds(20));
    }
    assertThat(sentToBot() - before).isEqualTo(1);
    assertThat(sql.sql("select count(distinct about_id) from message").query(Long.class).single())
        .isEqualTo(1);
  }

  @Test
  void aBotThatOpensAMatterEachTimeGetsFiveAnHourAndTwentyADay() {
    long before = sentToBot();
    for (int minute = 0; minute < 60; minute += 2) {
      botWrites("help@fernhill.example", "It broke again " + minute, "");
      botAnswers(got -> "help@fernhill.example");
      clock.set(clock.instant().plus(Duration.ofMinutes(2)));
    }
    assertThat(sentToBot() - before).isBetween(1L, 6L);
    for (int hour = 1; hour < 23; hour++) {
      for (int i = 0; i < 7; i++) {
        botWrites("help@fernhill.example", "It broke at " + hour + " " + i, "");
      }
      botAnswers(got -> "help@fernhill.example");
      clock.set(clock.instant().plus(Duration.ofHours(1)));
    }
    assertThat(sentToBot() - before).isLessThanOrEqualTo(Caps.A_DAY);
    // What was not sent is kept with its reason, and shown.
    assertThat(
            sql.sql("select count(*) from message where not_sent = 'messages.not-sent.hour'")
                .query(Long.class)
                .single())
        .isPositive();
  }

  @Test
  void threeRoundsInOneMatterWithinAnHourAreALoop() {
    botWrites("help@fernhill.example", "It broke", "");
    post.deliver();
    long about =
        sql.sql("select max(about_id) from message where direction = 'in'")
            .query(Long.class)
            .single();
    long customer =
        sql.sql("select max(customer_id) from message where direction = 'in'")
            .query(Long.class)
            .single();
    for (int i = 0; i < 5; i++) {
      notice(about, customer);
      botAnswers(got -> address(got.header("Reply-To")));
    }
    List<String> why =
        messages.about(Subject.of("case", about)).stream()
            .filter(m -> m.kind() == Kind.NOTICE)
            .map(m -> String.valueOf(m.notSent()))
            .toList();
    assertThat(why)
        .containsSubsequence("null", "messages.not-sent.loop")
        .endsWith("messages.not-sent.loop");
    assertThat(why.stream().filter(w -> w.equals("null")).count()).isLessThanOrEqualTo(Caps.ROUNDS);

    clock.set(clock.instant().plus(Duration.ofMinutes(61)));
    notice(about, customer);
    assertThat(messages.about(Subject.of("case", about)).getLast().notSent()).isNull();
  }

  private void notice(long about, long customer) {
    messages.send(
        new Outgoing(
            Subject.of("case", about),
            customer,
            BOT,
            "How it stands",
            "The technician is on the way. Nothing more happens unless you write.",
            Kind.NOTICE,
            Actor.SYSTEM,
            world.brand.id(),
            null,
            new Next.NothingMore()));
  }

  @Test
  void aBombThroughOneDoorReachesAVictimFiveTimesAnHourWithNoWordOfTheBomber() {
    int before = post.received().size();
    for (int i = 0; i < 60; i++) {
      post.lay(
          "victim@elsewhere.example",
          "help@fernhill.example",
          "From: victim@elsewhere.example\nTo: help@fernhill.example\nSubject: Buy pills %d\nMessage-ID: <%d.%d@x.example>\n\nBUY PILLS at http://pills.example\n"
              .formatted(i % 20, number, i));
    }
    post.deliver();
    List<FakeRelay.Got> got = post.received().subList(before, post.received().size());
    assertThat(got).hasSizeLessThanOrEqualTo(Caps.AN_HOUR);
    assertThat(got)
        .allSatisfy(mail -> assertThat(mail.text().toLowerCase()).doesNotContain("pills"));
  }
}

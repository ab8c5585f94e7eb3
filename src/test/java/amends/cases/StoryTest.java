package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customers.Customers;
import amends.journal.Journal;
import amends.journal.Recorded;
import amends.journal.Sealer;
import amends.messages.Disposition;
import amends.messages.Held;
import amends.messages.HeldKind;
import amends.messages.Messages;
import amends.messages.PostOffice;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.Actor;
import amends.shared.Check;
import amends.shared.Refusal;
import amends.staff.NewPerson;
import amends.staff.Staff;
import amends.testing.DatabaseTest;
import amends.testing.FakeRelay.Got;
import amends.testing.FakeRelay.Mood;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import amends.time.AlarmClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One complaint, from the first e-mail until it has been made right. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoryTest {
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

  private Fernhill world;
  private PostOffice post;
  private int letters;
  private int test;

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

  @Test
  void isTakenInAcknowledgedAnsweredSettledFollowedUpAndClosed() {
    Case opened = ruthWrites("My jug arrived broken", "It is in three pieces.");
    assertThat(opened.teamId()).isEqualTo(world.home.id());
    Promise answer = next(opened);
    assertThat(answer.kind()).isEqualTo(Promise.Kind.ANSWER);
    post.deliver();
    assertThat(acknowledgement(opened).text())
        .contains("answers you by")
        .doesNotContain("three pieces");

    clock.pass(Duration.ofMinutes(30));
    Instant thursday = clock.instant().plus(Duration.ofHours(44));
    cases.state(opened.id(), "colleague", "Marek Dvořák", "I packed it in paper.", world.priya);
    Draft sorry = promising("We are sorry. A new jug is on its way.", "we ask how it is", thursday);
    cases.reply(opened.id(), sorry, world.priya);
    assertThat(promises.promise(answer.id()).owed()).as("kept only once it arrived").isTrue();
    post.deliver();
    assertThat(promises.promise(answer.id()).moments().keptAt()).isEqualTo(clock.instant());
    assertThat(now(opened).ownerId()).isEqualTo(world.priya.id());
    assertThat(next(opened).dueAt()).isEqualTo(thursday);
    assertThat(received("A new jug").text()).contains("What happens next: we ask how it is, by");

    clock.pass(Duration.ofHours(20));
    cases.reply(opened.id(), nothingMore("It is at your door."), world.priya);
    post.deliver();
    cases.settle(opened.id(), settling(), world.priya);
    assertThat(next(opened).kind()).isEqualTo(Promise.Kind.FOLLOW_UP);
    assertThatThrownBy(() -> cases.close(opened.id(), world.priya)).isInstanceOf(Refusal.class);

    clock.pass(Duration.ofHours(20));
    cases.followUp(opened.id(), "right", "phone", nothingMore("It is whole."), world.priya);
    assertThat(now(opened).closed()).isTrue();
    assertThat(journal.history(opened.asSubject()))
        .extracting(Recorded::kind)
        .contains("case.opened", "promise.made", "promise.kept")
        .contains("case.settled", "case.followed_up", "case.closed");
  }

  @Test
  void warnsBreaksAndEscalatesWhenNobodyActsAndStaysVisible() {
    Case opened = ruthWrites("The dishwasher leaks", "Again.");
    Promise answer = next(opened);

    clock.set(answer.warnAt());
    ring();
    assertThat(promises.promise(answer.id()).moments().warnedAt()).isNotNull();
    clock.set(answer.dueAt());
    ring();

    assertThat(now(opened).brokenAt()).isEqualTo(answer.dueAt());
    assertThat(promises.promise(answer.id()).moments().escalatedAt()).isNotNull();

    cases.reply(opened.id(), nothingMore("We are sorry that you waited."), world.tom);
    post.deliver();
    assertThat(now(opened).brokenAt()).isNull();
    assertThat(promises.promise(answer.id()).broken()).isTrue();
    assertThat(promises.promise(answer.id()).moments().madeGoodAt()).isNotNull();
  }

  @Test
  void cannotBeAnsweredWithoutSayingWhatHappensNext() {
    Case opened = ruthWrites("The kettle", "It does not boil.");
    Draft silent = new Draft("Sorry.", "", null, false);

    assertThatThrownBy(() -> cases.reply(opened.id(), silent, world.priya))
        .isInstanceOf(Refusal.class)
        .hasMessage("cases.refusal.no-next");
    assertThat(messages.about(opened.asSubject())).hasSize(2);
    assertThat(now(opened).ownerId()).as("nothing happened").isNull();
  }

  @Test
  void anAnswerFindsItsCaseAndAStrangersIsHeld() {
    Case opened = ruthWrites("The toaster", "It burns.");
    post.deliver();
    String reply = replyAddress(opened);

    post.write(ruth(), reply, id(), "Re: The toaster", "Still.");
    assertThat(messages.about(opened.asSubject())).hasSize(3);

    post.write("Mallory <mallory@evil.example>", reply, id(), "Re: The toaster", "Tell me all.");
    assertThat(messages.about(opened.asSubject())).hasSize(3);
    assertThat(messages.held(HeldKind.QUARANTINE, null, 10))
        .singleElement()
        .satisfies(held -> assertThat(held.about()).isEqualTo(opened.asSubject()))
        .satisfies(this::dismiss);
  }

  @Test
  void isTakenUpAgainWhenTheCustomerWritesAfterItWasClosed() {
    Case opened = ruthWrites("The lamp", "It flickers.");
    post.deliver();
    String reply = replyAddress(opened);
    cases.reply(opened.id(), nothingMore("Here is a new one."), world.priya);
    post.deliver();
    cases.settle(opened.id(), settling(), world.priya);
    cases.followUp(opened.id(), "right", "email", nothingMore("Fine."), world.priya);
    assertThat(now(opened).closed()).isTrue();

    clock.pass(Duration.ofDays(2));
    post.write(ruth(), reply, id(), "Re: The lamp", "It flickers again.");

    assertThat(now(opened).closed()).isFalse();
    assertThat(now(opened).settled()).isFalse();
    assertThat(next(opened).kind()).isEqualTo(Promise.Kind.ANSWER);
  }

  @Test
  void closesAfterThreeTriesWithoutAnAnswer() {
    Case opened = ruthWrites("The fan", "It hums.");
    cases.reply(opened.id(), nothingMore("Oiled."), world.priya);
    post.deliver();
    cases.settle(opened.id(), settling(), world.priya);

    for (int attempt = 1; attempt <= 3; attempt++) {
      assertThat(now(opened).closed()).isFalse();
      clock.pass(Duration.ofHours(20));
      cases.followUp(opened.id(), "no_answer", "phone", nothingMore(""), world.priya);
    }
    assertThat(now(opened).closed()).isTrue();
  }

  @Test
  void aDuplicatePassesItsPromisesToTheSurvivor() {
    Case first = ruthWrites("The bike", "No key.");
    Case second = ruthWrites("The bike again", "No key for my bike.");
    Promise owed = next(second);

    cases.settle(
        second.id(),
        new Settling(Outcome.DUPLICATE, "Same matter", null, null, first.id(), null, null),
        world.priya);

    assertThat(now(second).closed()).isTrue();
    assertThat(promises.promise(owed.id()).about()).isEqualTo(first.asSubject());
  }

  @Test
  void aReplyThatCannotBeDeliveredMakesUsOweAnAnswer() {
    Case opened = ruthWrites("The clock", "It stands still.");
    post.deliver();
    post.relay().moodFor(to -> Mood.REFUSE_RECIPIENT);
    cases.reply(opened.id(), nothingMore("Here is a new one."), world.priya);
    post.deliver();
    post.relay().moodFor(to -> Mood.TAKE);

    assertThat(now(opened).waiting()).isNull();
    assertThat(next(opened).kind()).isEqualTo(Promise.Kind.ANSWER);
    assertThat(next(opened).owed()).isTrue();
    assertThat(cases.replyAddress(now(opened))).as("nothing reaches them there").isEmpty();
  }

  @Test
  void keepsBurningWhenTheCustomerOfABrokenPromiseWritesAgain() {
    Case opened = ruthWrites("The door", "It sticks.");
    post.deliver();
    clock.set(next(opened).dueAt());
    ring();

    post.write(ruth(), replyAddress(opened), id(), "Re: The door", "Where is your answer?");

    assertThat(now(opened).brokenAt()).isNotNull();
  }

  @Test
  void isFollowedUpWhileAReplyIsStillOnItsWay() {
    Case opened = ruthWrites("The tap", "It drips.");
    cases.reply(opened.id(), nothingMore("Mended."), world.priya);
    cases.settle(opened.id(), settling(), world.priya);
    cases.followUp(opened.id(), "right", "phone", nothingMore("Dry."), world.priya);
    assertThat(now(opened).closed()).as("the reply has not arrived yet").isFalse();

    post.deliver();
    cases.close(opened.id(), world.priya);
    assertThat(now(opened).closed()).isTrue();
  }

  @Test
  void aWordToADuplicateReachesItsSurvivor() {
    Case first = ruthWrites("The mat", "Torn.");
    Case second = ruthWrites("The mat again", "Still torn.");
    post.deliver();
    cases.settle(
        second.id(),
        new Settling(Outcome.DUPLICATE, "Same matter", null, null, first.id(), null, null),
        world.priya);

    post.write(ruth(), replyAddress(second), id(), "Re: The mat again", "One more thing.");

    assertThat(now(second).closed()).isTrue();
    assertThat(messages.about(first.asSubject()))
        .anySatisfy(m -> assertThat(m.text()).contains("One more thing."));
  }

  @Test
  void staysWithTheTeamWhenItsOwnerLeaves() {
    Case opened = ruthWrites("The stool", "One leg is short.");
    NewPerson passing =
        new NewPerson("Jo Passing", "jo@fernhill.example", Locale.UK, Fernhill.LONDON);
    long jo = staff.add(passing, Actor.SYSTEM).id();
    cases.handOver(opened.id(), "person:" + jo, "Yours.", world.priya);
    assertThat(now(opened).ownerId()).isEqualTo(jo);

    staff.leave(jo, Actor.SYSTEM);

    assertThat(now(opened).ownerId()).isNull();
    assertThat(next(opened).owner().person()).isNull();
    assertThat(next(opened).owner().team()).isEqualTo(world.home.id());
  }

  @Test
  void theDatabaseItselfRefusesAnOpenCaseWithoutANextMoment() {
    Case opened = ruthWrites("The oven", "Cold.");

    assertThatThrownBy(() ->
            sql.sql("update amends_case set next_promise_id = null where id = :id")
                .param("id", opened.id())
                .update())
        .hasMessageContaining("case_open_has_next_moment");
  }

  /** An address for each test: automatic mail to one address is capped. */
  private String ruth() {
    return "Ruth Adeyemi <ruth-" + test + "@adeyemi.example>";
  }

  private Case ruthWrites(String subject, String words) {
    post.write(ruth(), "help@fernhill.example", id(), subject, words);
    long number = sql.sql("select max(id) from amends_case").query(Long.class).single();
    return rows.get(number);
  }

  private static Draft promising(String text, String next, Instant dueAt) {
    return new Draft(text, next, dueAt, false);
  }

  private static Draft nothingMore(String text) {
    return new Draft(text, null, null, true);
  }

  private Settling settling() {
    Instant tomorrow = clock.instant().plus(Duration.ofHours(22));
    return new Settling(
        Outcome.MADE_RIGHT, "A new one was sent.", null, null, null, null, tomorrow);
  }

  private String id() {
    return "<letter-" + ++letters + "@adeyemi.example>";
  }

  private Got acknowledgement(Case opened) {
    return received("number " + opened.id());
  }

  /** Couriers work side by side: a letter is known by its words, not by its place. */
  private Got received(String words) {
    return post.received().stream()
        .filter(got -> got.text().contains(words))
        .findFirst()
        .orElseThrow();
  }

  private String replyAddress(Case opened) {
    return acknowledgement(opened)
        .header("Reply-To")
        .replaceFirst("(?s).*<", "")
        .replace(">", "")
        .strip();
  }

  private void dismiss(Held held) {
    messages.release(held.id(), world.hanna.actor(), new Disposition.Dismiss("Not the customer."));
  }

  private Case now(Case matter) {
    return rows.get(matter.id());
  }

  private Promise next(Case matter) {
    return promises.promise(Objects.requireNonNull(now(matter).nextPromiseId()));
  }

  private void ring() {
    while (alarmClock.perform()) {}
  }
}

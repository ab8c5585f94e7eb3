package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.journal.Recorded;
import amends.messages.HeldKind;
import amends.promises.Promise;
import amends.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One complaint, from the first e-mail until it has been made right. */
class StoryTest extends Telling {
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
    String reply = emailAddress(opened);

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
    String reply = emailAddress(opened);
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
        new Settling(Outcome.DUPLICATE, "Same matter", null, null, first.id(), null, null, null),
        world.priya);

    assertThat(now(second).closed()).isTrue();
    assertThat(promises.promise(owed.id()).about()).isEqualTo(first.asSubject());
  }
}

package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.promises.Promise;
import amends.shared.Actor;
import amends.staff.NewPerson;
import amends.testing.FakeRelay.Mood;
import amends.testing.Fernhill;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Turns that the story may take: words that do not arrive, impatience, doubles, leavers. */
class TurnsTest extends Telling {
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
    assertThat(cases.emailAddress(now(opened))).as("nothing reaches them there").isEmpty();
  }

  @Test
  void keepsBurningWhenTheCustomerOfABrokenPromiseWritesAgain() {
    Case opened = ruthWrites("The door", "It sticks.");
    post.deliver();
    clock.set(next(opened).dueAt());
    ring();

    post.write(ruth(), emailAddress(opened), id(), "Re: The door", "Where is your answer?");

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
        new Settling(Outcome.DUPLICATE, "Same matter", null, null, first.id(), null, null, null),
        world.priya);

    post.write(ruth(), emailAddress(second), id(), "Re: The mat again", "One more thing.");

    assertThat(now(second).closed()).isTrue();
    assertThat(messages.about(first.asSubject()))
        .anySatisfy(m -> assertThat(m.text()).contains("One more thing."));
  }

  @Test
  void tellsWhatItIsAboutOnceAColleagueHasUnderstood() {
    Case opened = ruthWrites("The pan", "It sticks.");

    cases.understand(opened.id(), new About("a new pan", "letdown", null, null), world.priya);

    assertThat(now(opened).asks()).isEqualTo("a new pan");
    assertThat(now(opened).mood()).isEqualTo("letdown");
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
}

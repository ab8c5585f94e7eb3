package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.journal.Recorded;
import amends.promises.Promise;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.testing.FakeRelay;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Promises that are moved, agreed anew or released before they are due. */
class RenewalsTest extends Telling {
  @Autowired Renewals renewals;

  private Case promised(String subject, Duration due) {
    Case opened = ruthWrites(subject, "It is broken.");
    post.deliver();
    cases.reply(
        opened.id(),
        promising("I am sorry.", "we bring a new one", clock.instant().plus(due)),
        world.priya);
    post.deliver();
    return now(opened);
  }

  private Instant in(int hours) {
    return clock.instant().plus(Duration.ofHours(hours));
  }

  @Test
  void movingTellsTheCustomerWhyAndByWhenBeforeItIsDue() {
    Case matter = promised("The lamp", Duration.ofHours(5));
    Promise old = next(matter);
    Moving how = new Moving(in(30), null, "Our van has broken down.", "You may fetch it, too.");

    renewals.move(matter.id(), old.id(), how, world.priya);
    post.deliver();

    assertThat(received("Our van has broken down.").text())
        .contains("we promised you: we bring a new one")
        .contains("You may fetch it, too.")
        .contains("What happens next: we bring a new one, by");
    Promise anew = next(matter);
    assertThat(anew.dueAt()).isEqualTo(in(30));
    assertThat(anew.followsId()).isEqualTo(old.id());
    assertThat(now(matter).nextDueAt()).isEqualTo(in(30));
    Promise before = promises.promise(old.id());
    assertThat(before.moments().movedAt()).isNotNull();
    assertThat(before.moments().agreedAt()).isNull();
    assertThat(before.dueAt()).as("the original moment stays").isEqualTo(in(5));

    clock.pass(Duration.ofHours(6));
    ring();
    assertThat(promises.promise(old.id()).broken()).isFalse();
    clock.pass(Duration.ofHours(25));
    ring();
    assertThat(promises.promise(anew.id()).broken()).as("the new one is guarded").isTrue();
  }

  @Test
  void whatIsDueIsBrokenAndNotMoved() {
    Case matter = promised("The chair", Duration.ofHours(2));
    Promise old = next(matter);
    clock.pass(Duration.ofHours(2));

    assertThatThrownBy(() ->
            renewals.move(matter.id(), old.id(), new Moving(in(9), null, "Late.", ""), world.priya))
        .isInstanceOf(Refusal.class);
    post.deliver();

    assertThat(post.received()).noneMatch(got -> got.text().contains("Late."));
    ring();
    assertThat(promises.promise(old.id()).broken()).isTrue();
  }

  @Test
  void theSameWordsForAnotherMomentMoveThePromiseAndKeepNothing() {
    Case matter = promised("The bench", Duration.ofHours(5));
    Promise old = next(matter);

    cases.reply(
        matter.id(), promising("It takes longer.", "We bring  a new one.", in(30)), world.priya);
    post.deliver();

    Promise before = promises.promise(old.id());
    assertThat(before.moments().movedAt()).isNotNull();
    assertThat(before.moments().keptAt()).isNull();
    Promise anew = next(matter);
    assertThat(anew.followsId()).isEqualTo(old.id());
    assertThat(anew.dueAt()).isEqualTo(in(30));
    cases.call(matter.id(), "out", 2, promising("Longer still.", old.words(), in(50)), world.priya);
    assertThat(promises.promise(anew.id()).moments().movedAt()).isNotNull();
    assertThat(promises.promise(anew.id()).evidence())
        .satisfies(in -> assertThat(in.kind()).isEqualTo("call"));
    assertThat(next(matter).dueAt()).isEqualTo(in(50));
  }

  @Test
  void aLetterThatMovesAndDoesNotArriveLeavesThePromiseAsItWas() {
    Case matter = promised("The bath", Duration.ofHours(5));
    Promise old = next(matter);
    cases.reply(matter.id(), promising("Later.", old.words(), in(30)), world.priya);
    refused();

    assertThat(promises.promise(old.id()).owed()).isTrue();
    assertThat(next(matter).id()).isEqualTo(old.id());
  }

  @Test
  void theSameWordsAfterItWasDueLeaveItBrokenAndPromiseAnew() {
    Case matter = promised("The stool", Duration.ofHours(2));
    Promise old = next(matter);
    clock.pass(Duration.ofHours(3));
    ring();

    cases.reply(matter.id(), promising("We are late.", old.words(), in(9)), world.priya);
    post.deliver();

    Promise before = promises.promise(old.id());
    assertThat(before.broken()).isTrue();
    assertThat(before.moments().madeGoodAt()).as("to say it again is not to do it").isNull();
    Promise anew = next(matter);
    assertThat(anew.followsId()).isNull();
    assertThat(anew.dueAt()).isEqualTo(in(9));

    cases.reply(matter.id(), nothingMore("Here it is."), world.priya);
    post.deliver();
    assertThat(promises.promise(old.id()).moments().madeGoodAt()).isNotNull();
    assertThat(promises.promise(anew.id()).moments().keptAt()).isNotNull();
  }

  @Test
  void whoeverSaysThatALetterDoesItKeepsItAndPromisesTheSameOnceMore() {
    Case matter = promised("The vase", Duration.ofHours(5));
    Promise old = next(matter);

    cases.reply(
        matter.id(),
        promising("Here is one of the two.", old.words(), in(30)).settling(Set.of(old.id())),
        world.priya);
    post.deliver();

    assertThat(promises.promise(old.id()).moments().keptAt()).isNotNull();
    assertThat(next(matter).followsId()).isNull();
    assertThat(next(matter).dueAt()).isEqualTo(in(30));
  }

  @Test
  void movingWithoutAReasonIsRefused() {
    Case matter = promised("The rug", Duration.ofHours(2));

    assertThatThrownBy(() ->
            renewals.move(
                matter.id(), next(matter).id(), new Moving(in(9), null, " ", ""), world.priya))
        .hasMessage("cases.refusal.no-why-moved");
  }

  @Test
  void agreeingAnewNeedsTheirWordSinceThePromise() {
    Case matter = promised("The bed", Duration.ofHours(5));
    Promise old = next(matter);
    clock.pass(Duration.ofMinutes(5));
    assertThat(renewals.said(matter.id(), old.id(), world.priya)).isEmpty();

    post.write(ruth(), emailAddress(matter), id(), "Re: The bed", "Friday is fine for me.");
    Word word = renewals.said(matter.id(), old.id(), world.priya).getFirst();
    renewals.agree(matter.id(), old.id(), in(48), word.what(), world.priya);

    Promise before = promises.promise(old.id());
    assertThat(before.moments().agreedAt()).isNotNull();
    assertThat(before.moments().movedAt()).as("counted apart").isNull();
    assertThat(before.evidence()).isEqualTo(word.what());
    assertThat(promises.about(matter.asSubject()))
        .anySatisfy(p -> {
          assertThat(p.followsId()).isEqualTo(old.id());
          assertThat(p.dueAt()).isEqualTo(in(48));
        });
  }

  @Test
  void releasedByTheCustomerLeavesALookOfOurOwn() {
    Case matter = promised("The shelf", Duration.ofHours(5));
    Promise old = next(matter);
    clock.pass(Duration.ofMinutes(5));
    cases.state(matter.id(), "customer", "Ruth", "Never mind, I mended it.", world.priya);
    Word word = renewals.said(matter.id(), old.id(), world.priya).getFirst();

    renewals.release(matter.id(), old.id(), word.what(), world.priya);

    assertThat(promises.promise(old.id()).moments().releasedAt()).isNotNull();
    assertThat(promises.promise(old.id()).evidence()).isEqualTo(word.what());
    assertThat(next(matter).kind()).isEqualTo(Promise.Kind.LOOK);
  }

  @Test
  void aPromiseOfAnotherCaseIsNotThere() {
    Case first = promised("The mug", Duration.ofHours(5));
    Case second = promised("The cup", Duration.ofHours(5));

    assertThatThrownBy(() -> renewals.promise(first.id(), next(second).id(), world.priya))
        .isInstanceOf(NotFound.class);
  }

  private void refused() {
    post.relay().mood(FakeRelay.Mood.REFUSE_RECIPIENT);
    post.deliver();
    post.relay().mood(FakeRelay.Mood.TAKE);
  }

  @Test
  void aMoveOfWhichNobodyHeardStandsNoMoreAndItsOwnerHearsOfIt() {
    Case matter = promised("The stove", Duration.ofHours(5));
    Promise old = next(matter);
    renewals.move(matter.id(), old.id(), new Moving(in(30), null, "The van.", ""), world.priya);
    Promise anew = next(matter);
    refused();

    Promise again = promises.promise(old.id());
    assertThat(again.owed()).as("they still count on the first moment").isTrue();
    assertThat(again.moments().untoldAt()).isEqualTo(clock.instant());
    assertThat(promises.promise(anew.id()).moments().releasedAt()).isNotNull();
    assertThat(now(matter).nextDueAt()).isEqualTo(old.dueAt());
    assertThat(toldByMail(world.priya))
        .anySatisfy(
            text -> assertThat(text).contains("Please look at once", "/cases/" + matter.id()));
    assertThat(journal.history(matter.asSubject()))
        .extracting(Recorded::kind)
        .contains("promise.moved", "promise.move_not_told");

    clock.pass(Duration.ofHours(6));
    ring();
    assertThat(promises.promise(old.id()).broken()).as("guarded as before").isTrue();
    assertThat(now(matter).brokenAt()).isNotNull();
  }

  @Test
  void toldOnTheTelephoneInsteadItIsMovedAfterAll() {
    Case matter = promised("The oven", Duration.ofHours(5));
    Promise old = next(matter);
    renewals.move(matter.id(), old.id(), new Moving(in(30), null, "The van.", ""), world.priya);
    refused();
    clock.pass(Duration.ofMinutes(5));
    cases.state(matter.id(), "customer", "Ruth", "Tomorrow is fine, I am told.", world.priya);
    Word word = renewals.said(matter.id(), old.id(), world.priya).getFirst();

    renewals.move(matter.id(), old.id(), new Moving(in(30), word.what(), "", ""), world.priya);

    Promise moved = promises.promise(old.id());
    assertThat(moved.moments().movedAt()).isNotNull();
    assertThat(moved.moments().untoldAt()).as("the ledger keeps that too").isNotNull();
    assertThat(promises.about(matter.asSubject()))
        .anySatisfy(p -> {
          assertThat(p.dueAt()).isEqualTo(in(30));
          assertThat(p.owed()).isTrue();
        });
  }

  @Test
  void heardOfTooLateItIsBrokenInFullView() {
    Case matter = promised("The hob", Duration.ofHours(2));
    Promise old = next(matter);
    renewals.move(matter.id(), old.id(), new Moving(in(30), null, "The van.", ""), world.priya);
    clock.pass(Duration.ofHours(3));
    ring();
    assertThat(promises.promise(old.id()).broken()).isFalse();
    refused();

    Promise broken = promises.promise(old.id());
    assertThat(broken.broken()).isTrue();
    assertThat(broken.moments().escalatedAt()).isNotNull();
    assertThat(now(matter).brokenAt()).isEqualTo(clock.instant());
  }
}

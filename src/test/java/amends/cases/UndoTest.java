package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.journal.Recorded;
import amends.promises.Promise;
import amends.shared.Refusal;
import amends.testing.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A reply can be taken back for a few seconds, with everything that it did. */
class UndoTest extends Telling {
  @Autowired Replies replies;
  @Autowired TakeBacks takeBacks;
  @Autowired Drafts drafts;
  @Autowired Patience patience;

  @BeforeEach
  void repliesAreHeld() {
    patience.hold(Duration.ofSeconds(10));
  }

  @AfterEach
  void repliesLeaveAtOnce() {
    patience.hold(Duration.ZERO);
  }

  private long reply(Case matter, Draft draft) {
    Map<String, String> typed = Map.of("text", draft.text(), "next", "we ask how it is");
    replies.reply(matter.id(), new Replies.Written(draft, typed, Long.MAX_VALUE, 0), world.priya);
    return takeBacks.open(matter.id(), world.priya).orElseThrow().messageId();
  }

  private Draft sorry() {
    Instant due = clock.instant().plus(Duration.ofHours(20));
    return promising("We are sorry.", "we ask how it is", due);
  }

  @Test
  void nothingLeavesBeforeItsTime() {
    Case matter = ruthWrites("The held jug", "Broken.");
    post.deliver();
    reply(matter, sorry());
    int before = post.received().size();
    post.deliver();
    assertThat(post.received()).hasSize(before);
    clock.pass(Duration.ofSeconds(11));
    post.deliver();
    assertThat(post.received()).hasSize(before + 1);
  }

  @Test
  void aReplyThatMovedAPromiseAndIsTakenBackHasMovedNothing() {
    Case matter = ruthWrites("The moved jug", "Broken.");
    post.deliver();
    reply(matter, sorry());
    clock.pass(Duration.ofSeconds(11));
    post.deliver();
    Promise owed = next(matter);
    Draft later =
        promising("It takes longer.", owed.words(), clock.instant().plus(Duration.ofHours(40)));
    long message = reply(matter, later);
    assertThat(next(matter).followsId()).isEqualTo(owed.id());

    takeBacks.takeBack(matter.id(), message, world.priya);

    assertThat(next(matter)).isEqualTo(owed);
    assertThat(promises.about(matter.asSubject())).filteredOn(Promise::owed).containsExactly(owed);
    clock.pass(Duration.ofHours(21));
    ring();
    assertThat(promises.promise(owed.id()).broken()).as("and it is watched as before").isTrue();
  }

  @Test
  void everythingIsAsItWasAndTheWordsAreADraftAgain() {
    Case matter = ruthWrites("The undone jug", "Broken.");
    post.deliver();
    Promise owed = next(matter);
    long message = reply(matter, sorry());
    assertThat(now(matter).ownerId()).isEqualTo(world.priya.id());

    takeBacks.takeBack(matter.id(), message, world.priya);

    assertThat(now(matter).ownerId()).isNull();
    assertThat(next(matter)).isEqualTo(owed);
    assertThat(now(matter).waiting()).isNull();
    assertThat(promises.about(matter.asSubject())).filteredOn(Promise::owed).containsExactly(owed);
    assertThat(messages.about(matter.asSubject())).extracting(m -> m.id()).doesNotContain(message);
    assertThat(Objects.requireNonNull(drafts.of(matter.id(), world.priya).get("reply")).fields())
        .containsEntry("text", "We are sorry.")
        .containsEntry("next", "we ask how it is");
    assertThat(journal.history(matter.asSubject()))
        .extracting(Recorded::kind)
        .contains("case.taken", "promise.released", "case.given_back", "case.reply_taken_back");
    int before = post.received().size();
    clock.pass(Duration.ofMinutes(1));
    post.deliver();
    assertThat(post.received()).hasSize(before);
    assertThatThrownBy(() -> takeBacks.takeBack(matter.id(), message, world.priya))
        .hasMessage("cases.undo.gone");
  }

  @Test
  void aLookThatTheReplyKeptIsOwedAgain() {
    Case matter = ruthWrites("The looked at jug", "Broken.");
    post.deliver();
    cases.reply(matter.id(), nothingMore("Write if it is not."), world.priya);
    clock.pass(Duration.ofSeconds(11));
    post.deliver();
    Promise look = next(matter);
    assertThat(look.kind()).isEqualTo(Promise.Kind.LOOK);

    long message = reply(matter, sorry());
    assertThat(promises.promise(look.id()).moments().keptAt()).isNotNull();
    takeBacks.takeBack(matter.id(), message, world.priya);

    assertThat(next(matter)).isEqualTo(look);
    assertThat(now(matter).waiting()).isEqualTo("customer");
    clock.set(look.dueAt());
    ring();
    assertThat(promises.promise(look.id()).broken()).as("its alarms are set again").isTrue();
  }

  @Test
  void whatIsBrokenBurnsAgain() {
    Case matter = ruthWrites("The burning jug", "Broken.");
    post.deliver();
    clock.set(next(matter).dueAt());
    ring();
    Instant brokenAt = now(matter).brokenAt();
    assertThat(brokenAt).isNotNull();
    long message = reply(matter, sorry());
    assertThat(now(matter).brokenAt()).isNull();
    takeBacks.takeBack(matter.id(), message, world.priya);
    assertThat(now(matter).brokenAt()).isEqualTo(brokenAt);
  }

  @Test
  void whatHasLeftIsGoneAndOnlyItsWriterTakesItBack() {
    Case matter = ruthWrites("The sent jug", "Broken.");
    post.deliver();
    long message = reply(matter, sorry());
    assertThatThrownBy(() -> takeBacks.takeBack(matter.id(), message, world.tom))
        .isInstanceOf(Refusal.class);
    clock.pass(Duration.ofSeconds(11));
    post.deliver();
    assertThatThrownBy(() -> takeBacks.takeBack(matter.id(), message, world.priya))
        .hasMessage("cases.undo.gone");
    assertThat(now(matter).ownerId()).isEqualTo(world.priya.id());
  }

  @Test
  void aCaseThatWasSettledSinceKeepsItsReply() {
    Case matter = ruthWrites("The settled jug", "Broken.");
    post.deliver();
    long message = reply(matter, sorry());
    cases.settle(matter.id(), settling(), world.priya);
    assertThatThrownBy(() -> takeBacks.takeBack(matter.id(), message, world.priya))
        .hasMessage("cases.undo.moved-on");
  }

  @Test
  void whoAnswersAfterAColleagueIsToldFirst() {
    Case matter = ruthWrites("The doubly answered jug", "Broken.");
    post.deliver();
    long seen = messages.about(matter.asSubject()).getLast().id();
    cases.reply(matter.id(), sorry(), world.tom);
    Draft mine = nothingMore("I am sorry too.");
    Map<String, String> typed = Map.of("text", "I am sorry too.");
    assertThatThrownBy(() ->
            replies.reply(matter.id(), new Replies.Written(mine, typed, seen, 0), world.priya))
        .hasMessage("cases.refusal.answered");
    long now = messages.about(matter.asSubject()).getLast().id();
    replies.reply(matter.id(), new Replies.Written(mine, typed, now, 0), world.priya);
    assertThat(messages.about(matter.asSubject())).hasSize(4);
  }
}

package amends.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.cases.Case;
import amends.cases.Draft;
import amends.cases.Harm;
import amends.cases.Harms;
import amends.cases.OnlyChanges;
import amends.promises.Promise;
import amends.shared.Refusal;
import amends.testing.DatabaseTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Who wants to hear only when something changes gets no routine updates, and is never forgotten.
 */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnlyChangesTest extends Visiting {
  @Autowired OnlyChanges onlyChanges;
  @Autowired Harms harms;

  private Instant in(int hours) {
    return clock.instant().plus(Duration.ofHours(hours));
  }

  private Draft saying(String text, Draft.Purpose purpose) {
    return new Draft(text, "we look at it together", in(20), false).with(purpose);
  }

  private Promise next(long id) {
    return promises.promise(Objects.requireNonNull(cases.see(id, world.priya).nextPromiseId()));
  }

  private List<Promise> owed(long id) {
    return promises.about(Case.subject(id)).stream().filter(Promise::owed).toList();
  }

  /** An answer is owed to them; after it they have nothing more to wait for. */
  private long quietened(String name) {
    long id = writes(name, "A lamp");
    String page = link(name.toLowerCase(java.util.Locale.ROOT));
    submit(page, "reach", "contact", "", "rhythm", "changes");
    assertThat(onlyChanges.since(id)).isPresent();
    return id;
  }

  @Test
  void anAnswerGoesButWhatIsToComeIsALookOfOurOwn() {
    long id = quietened("Ida");
    cases.reply(id, saying("Here is your answer.", Draft.Purpose.USUAL), world.priya);
    post.deliver();

    assertThat(owed(id)).extracting(Promise::kind).containsExactly(Promise.Kind.LOOK);
    assertThat(next(id).dueAt()).isEqualTo(in(20));
    assertThat(lastLetter("ida", Pattern.compile("as soon as something changes"))).isNotNull();
    assertThat(page(link("ida"))).contains("You hear from us as soon as something changes");
  }

  @Test
  void anUpdateWithoutNewsIsNotSentAndNobodyCallsForIt() {
    long id = quietened("Jim");
    cases.reply(id, saying("Here is your answer.", Draft.Purpose.USUAL), world.priya);
    post.deliver();
    int letters = post.received().size();

    assertThatThrownBy(
            () -> cases.reply(id, saying("Nothing new yet.", Draft.Purpose.USUAL), world.priya))
        .isInstanceOf(Refusal.class)
        .hasMessage("cases.wish.refusal");
    assertThatThrownBy(
            () -> cases.call(id, "out", null, saying("No news", Draft.Purpose.USUAL), world.priya))
        .isInstanceOf(Refusal.class);
    post.deliver();
    assertThat(post.received()).hasSize(letters);
  }

  @Test
  void aRealChangeAndWordsOfSafetyAlwaysGoAndArePromises() {
    long id = quietened("Kay");
    cases.reply(id, saying("Here is your answer.", Draft.Purpose.USUAL), world.priya);
    post.deliver();

    cases.reply(id, saying("The new lamp has come.", Draft.Purpose.CHANGE), world.priya);
    post.deliver();
    assertThat(next(id).kind()).isEqualTo(Promise.Kind.CONTACT);
    clock.pass(Duration.ofHours(1));
    cases.reply(id, saying("We looked.", Draft.Purpose.USUAL), world.priya);
    post.deliver();

    harms.report(id, new Harm("It burns", "", "", true), "We call", "See to it", world.priya);
    cases.reply(id, saying("Unplug it.", Draft.Purpose.USUAL), world.priya);
    cases.call(id, "out", null, nothingMore("She has unplugged it."), world.priya);
    post.deliver();
  }

  @Test
  void theyMayChangeTheirMindAndThenAWordIsOwed() {
    long id = quietened("Lea");
    String page = link("lea");
    cases.reply(id, saying("Here is your answer.", Draft.Purpose.USUAL), world.priya);
    post.deliver();

    submit(page, "reach", "contact", "", "rhythm", "promised");
    assertThat(onlyChanges.since(id)).isEmpty();
    assertThat(next(id).kind()).isEqualTo(Promise.Kind.ANSWER);
    cases.reply(id, saying("It is being mended.", Draft.Purpose.USUAL), world.priya);
    post.deliver();
    assertThat(next(id).kind()).isEqualTo(Promise.Kind.CONTACT);
  }

  @Test
  void whatWasPromisedBeforeTheyChoseIsStillKept() {
    long id = writes("Moe", "A sofa");
    String page = link("moe");
    cases.reply(id, saying("We look.", Draft.Purpose.USUAL), world.priya);
    post.deliver();
    submit(page, "reach", "contact", "", "rhythm", "changes");

    assertThat(next(id).kind()).isEqualTo(Promise.Kind.CONTACT);
    clock.pass(Duration.ofHours(1));
    cases.reply(id, saying("We have looked.", Draft.Purpose.USUAL), world.priya);
    post.deliver();
    assertThat(owed(id)).extracting(Promise::kind).containsExactly(Promise.Kind.LOOK);
  }
}

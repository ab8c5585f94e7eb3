package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.promises.Promise;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Waiting for somebody: a reason with a next look, which ends by hand or by the customer's word.
 */
class WaitsTest extends Telling {
  @Autowired Waits waits;

  private Case answered(String subject) {
    Case opened = ruthWrites(subject, "The parcel was empty.");
    post.deliver();
    cases.reply(opened.id(), nothingMore("We ask the carrier."), world.priya);
    post.deliver();
    return now(opened);
  }

  private Instant in(int days) {
    return clock.instant().plus(Duration.ofDays(days));
  }

  private Waiting carrier(int days) {
    return new Waiting("carrier", "their search", in(days));
  }

  @Test
  void theLookIsTheNextMomentAndTheQueueSaysForWhomWeWait() {
    Case matter = answered("An empty parcel");

    waits.begin(matter.id(), carrier(2), world.priya);

    assertThat(now(matter).waiting()).isEqualTo("carrier");
    assertThat(next(matter).kind()).isEqualTo(Promise.Kind.LOOK);
    assertThat(next(matter).dueAt()).isEqualTo(in(2));
    assertThat(next(matter).words()).contains("carrier").contains("their search");
  }

  @Test
  void whatWasPromisedSoonerComesFirstAndTheWaitStaysShown() {
    Case matter = ruthWrites("A wet parcel", "Soaked.");
    post.deliver();
    waits.begin(matter.id(), carrier(3), world.priya);

    assertThat(now(matter).waiting()).as("an answer is owed sooner: our turn").isNull();
    assertThat(next(matter).kind()).isEqualTo(Promise.Kind.ANSWER);
    assertThat(waits.standing(matter.id(), world.priya)).isPresent();

    cases.reply(matter.id(), nothingMore("We ask them."), world.priya);
    post.deliver();
    assertThat(now(matter).waiting()).isEqualTo("carrier");
    assertThat(next(matter).dueAt()).as("a reply is no look").isEqualTo(in(3));
  }

  @Test
  void lookingAndWaitingOnKeepsTheEarlierLook() {
    Case matter = answered("A torn parcel");
    waits.begin(matter.id(), carrier(1), world.priya);
    Promise look = next(matter);
    clock.pass(Duration.ofHours(20));

    waits.begin(matter.id(), carrier(2), world.priya);

    assertThat(promises.promise(look.id()).moments().keptAt()).isNotNull();
    assertThat(next(matter).dueAt()).isEqualTo(in(2));
  }

  @Test
  void aLookThatNobodyTookBurns() {
    Case matter = answered("A late parcel");
    waits.begin(matter.id(), carrier(1), world.priya);
    clock.pass(Duration.ofDays(2));
    ring();

    assertThat(now(matter).brokenAt()).isNotNull();
    waits.begin(matter.id(), carrier(1), world.priya);
    assertThat(now(matter).brokenAt()).isNull();
  }

  @Test
  void endsByHandWithALookOfOurOwnSoon() {
    Case matter = answered("A bent parcel");
    waits.begin(matter.id(), carrier(9), world.priya);

    waits.end(matter.id(), world.priya);

    assertThat(now(matter).waiting()).isNull();
    assertThat(waits.standing(matter.id(), world.priya)).isEmpty();
    assertThat(next(matter).dueAt()).isBefore(in(5));
    assertThatThrownBy(() -> waits.end(matter.id(), world.priya))
        .hasMessage("cases.refusal.not-waiting");
  }

  @Test
  void endsWhenTheCustomerWrites() {
    Case matter = answered("A lost parcel");
    waits.begin(matter.id(), carrier(9), world.priya);

    post.write(ruth(), emailAddress(matter), id(), "Re: A lost parcel", "It is here!");

    assertThat(now(matter).waiting()).isNull();
    assertThat(waits.standing(matter.id(), world.priya)).isEmpty();
    assertThat(next(matter).kind()).isEqualTo(Promise.Kind.ANSWER);
  }

  @Test
  void neverWaitsWithoutAReasonOrForLongerThanAMonth() {
    Case matter = answered("A thin parcel");

    assertThatThrownBy(
            () -> waits.begin(matter.id(), new Waiting("court", " ", in(3)), world.priya))
        .hasMessage("cases.refusal.no-wait-words");
    assertThatThrownBy(
            () -> waits.begin(matter.id(), new Waiting("court", "the ruling", in(40)), world.priya))
        .hasMessage("cases.refusal.wait-too-long");
  }

  @Test
  void settlingSaysHowTheyAreAsked() {
    Case matter = answered("A heavy parcel");
    Settling byPhone =
        new Settling(
            Outcome.MADE_RIGHT,
            "Sent again.",
            null,
            null,
            null,
            null,
            in(1),
            amends.customers.Channel.PHONE);

    cases.settle(matter.id(), byPhone, world.priya);
    assertThat(next(matter).words()).startsWith("We call you");

    cases.followUp(matter.id(), "no_answer", "phone", nothingMore(""), world.priya);
    assertThat(next(matter).words()).as("the next try, too").startsWith("We call you");
  }
}

package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.promises.Promise;
import amends.shared.NotFound;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a colleague means to look at again outlives everything but a look. */
class IntentionsTest extends Telling {
  @Autowired Intentions intentions;
  @Autowired Waits waits;

  private Promise meant(Case matter) {
    return intentions.standing(matter.id()).getFirst();
  }

  private void mean(Case matter) {
    Instant in9days = clock.instant().plus(Duration.ofDays(9));
    intentions.mean(matter.id(), "Has the refund arrived?", in9days, world.priya);
  }

  private void thanks(String address) {
    post.write(ruth(), address, id(), "Re: it", "Thanks, OK.");
  }

  @Test
  void aThankYouAReplyAndAnotherWaitLeaveItStanding() {
    Case matter = ruthWrites("A meant jug", "Broken.");
    post.deliver();
    String address = emailAddress(matter);
    cases.reply(matter.id(), nothingMore("We refund it."), world.priya);
    mean(matter);
    assertThat(now(matter).waiting())
        .as("the earlier look is the next moment")
        .isEqualTo("customer");
    thanks(address);
    assertThat(meant(matter).owed()).isTrue();
    assertThat(next(matter).kind()).as("an answer is owed first").isEqualTo(Promise.Kind.ANSWER);
    cases.reply(matter.id(), nothingMore("You are welcome."), world.priya);
    Instant later = clock.instant().plus(Duration.ofDays(3));
    waits.begin(matter.id(), new Waiting("supplier", "the credit note", later), world.priya);
    post.deliver();
    assertThat(meant(matter).owed()).isTrue();
  }

  @Test
  void theSettlementAndAContentCustomerLeaveTheCaseOpenUntilSomebodyHasLooked() {
    Case matter = ruthWrites("A settled and meant jug", "Broken.");
    cases.reply(matter.id(), nothingMore("We refund it."), world.priya);
    post.deliver();
    mean(matter);
    cases.settle(matter.id(), settling(), world.priya);
    cases.followUp(matter.id(), "right", "phone", nothingMore("Fine."), world.priya);
    assertThat(now(matter).closed()).isFalse();
    assertThat(next(matter).id()).isEqualTo(meant(matter).id());
    assertThatThrownBy(() -> cases.close(matter.id(), world.priya))
        .hasMessage("cases.refusal.still-owed");

    long look = meant(matter).id();
    assertThatThrownBy(() -> intentions.looked(matter.id(), look, " ", world.priya))
        .hasMessage("cases.refusal.no-text");
    assertThatThrownBy(() -> intentions.looked(matter.id(), look, "Yes", world.sam))
        .isInstanceOf(NotFound.class);
    intentions.looked(matter.id(), look, "It has arrived.", world.tom);
    assertThat(intentions.standing(matter.id())).isEmpty();
    assertThat(promises.promise(look).moments().keptAt()).isNotNull();
    cases.close(matter.id(), world.priya);
    assertThat(now(matter).closed()).isTrue();
  }
}

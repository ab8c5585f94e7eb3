package amends.remedies.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import amends.remedies.fulfilment.Attempt.State;
import amends.remedies.pay.FakeRefunds.Refund;
import amends.testing.FakeHttp.Mood;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a provider says, and what it means for what was granted. */
class ProviderAnswersTest extends PayWorld {
  private Attempt first(long grant) {
    return order(grant).attempts().getFirst();
  }

  @Test
  void whatCannotBeReachedWasNotBegun() {
    provider.close();
    long grant = granted(2000, payment);
    courier.perform();
    assertThat(state(grant)).isEqualTo(State.READY);
    assertThat(last(grant).trouble()).isNotBlank();
    assertThat(last(grant).readyAt()).isAfter(clock.instant());
  }

  @Test
  void whoAsksForAPauseGetsIt() {
    provider.mood = Mood.BUSY;
    granted(2000, payment);
    long second = granted(1000, payment);
    courier.perform();
    assertThat(connections.get(connection).pausedUntil())
        .isEqualTo(clock.instant().plus(Duration.ofMinutes(2)));
    provider.mood = Mood.WELL;
    int calls = provider.calls.size();
    clock.pass(Duration.ofMinutes(1));
    courier.perform();
    assertThat(provider.calls).hasSize(calls);
    clock.pass(Duration.ofSeconds(61));
    courier.perform();
    assertThat(state(second)).isEqualTo(State.DONE);
  }

  @Test
  void aRefusalEndsTheTryAndPeopleFindAnotherWay() {
    provider.byHand(payment, 4000);
    long grant = granted(2000, payment);
    courier.perform();
    assertThat(first(grant).state()).isEqualTo(State.FAILED);
    assertThat(first(grant).why()).isEqualTo("amount_too_large");
    assertThat(last(grant).byPeople()).isTrue();
    assertThat(state(grant)).isEqualTo(State.READY);
    long unknown = granted(2000, "pi_unknown");
    courier.perform();
    assertThat(first(unknown).why()).isEqualTo("payment_not_known");
  }

  /** A refund bears the payment's currency, whatever was granted. */
  @Test
  void poundsAreNotPaidInYen() {
    long grant = granted(2000, provider.payment(9000, "jpy"));
    courier.perform();
    assertThat(first(grant).why()).isEqualTo("other_currency");
    assertThat(provider.posts()).isZero();
  }

  @Test
  void somethingElseUnderOurKeyIsForAPersonToLookAt() {
    provider.paying = Mood.DROPS;
    long grant = granted(2000, payment);
    courier.perform();
    Refund odd = provider.ledger.getFirst();
    provider.ledger.set(
        0, new Refund(odd.id(), payment, 200, "gbp", "succeeded", odd.metaKey(), odd.created()));
    untilNext(grant);
    courier.perform();
    assertThat(state(grant)).isEqualTo(State.UNKNOWN);
    assertThat(last(grant).personWhy()).isEqualTo("differs");
    assertThat(provider.posts()).isEqualTo(1);
  }

  /** A grant knows no number of a provider: who pays back has to be told what was paid. */
  @Test
  void aRefundWithoutAPaymentIsPeoplesUntilTheyNameIt() {
    long grant = granted(2000, "G7");
    assertThat(last(grant).byPeople()).isTrue();
    tries.again(grant, payment, world.hanna);
    courier.perform();
    assertThat(state(grant)).isEqualTo(State.DONE);
    long second = granted(500, "G8");
    assertThat(last(second).byPeople()).isFalse();
    courier.perform();
    assertThat(state(second)).isEqualTo(State.DONE);
    assertThat(provider.ledger).extracting(Refund::payment).containsExactly(payment, payment);
  }
}

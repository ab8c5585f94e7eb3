package amends.remedies.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import amends.remedies.fulfilment.Attempt.State;
import amends.remedies.fulfilment.Tries.Elsewhere;
import amends.remedies.pay.FakeRefunds;
import amends.remedies.pay.FakeRefunds.Refund;
import amends.shared.Check;
import amends.shared.Refusal;
import amends.testing.FakeHttp.Mood;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Their ledger beside ours, what they tell by themselves, and what was paid past us. */
class LedgersTest extends PayWorld {
  @Autowired Reconciling reconciling;
  @Autowired Comparison comparison;
  @Autowired List<Check> checks;

  @BeforeEach
  void nothingWasHeard() {
    sql.sql("delete from pay_news").update();
  }

  private Comparison.Sheet compared() {
    clock.pass(Reconciling.EVERY);
    while (reconciling.perform()) {
      // The next connection.
    }
    return comparison.of(connection, world.hanna);
  }

  private List<Check.Finding> paidOnce() {
    return checks.stream()
        .filter(c -> c instanceof PaidOnceCheck)
        .flatMap(c -> c.run().stream())
        .toList();
  }

  @Test
  void whatBothHaveAgreesAndWhatOnlyTheyHaveIsNamed() {
    granted(2000, payment);
    courier.perform();
    Refund past = provider.byHand(payment, 700);
    Comparison.Sheet sheet = compared();
    assertThat(sheet.agreed()).isEqualTo(1);
    assertThat(sheet.theirs()).extracting(Comparison.Line::theirId).containsExactly(past.id());
    assertThat(sheet.theirs().getFirst().lost()).isFalse();
    assertThat(sheet.ours()).isEmpty();
    assertThat(sheet.differs()).isEmpty();

    comparison.looked(connection, past.id(), world.hanna);
    assertThat(compared().theirs()).isEmpty();
    assertThat(paidOnce()).isEmpty();
  }

  @Test
  void whatOnlyWeHaveAndWhatIsAnotherAmountIsNamed() {
    granted(2000, payment);
    courier.perform();
    Refund ours = provider.ledger.getFirst();
    provider.ledger.clear();
    Comparison.Sheet sheet = compared();
    assertThat(sheet.ours()).hasSize(1);
    assertThat(sheet.ours().getFirst().ourState()).isEqualTo("done");

    provider.ledger.add(
        new Refund(ours.id(), payment, 200, "gbp", "succeeded", ours.metaKey(), ours.created()));
    sheet = compared();
    assertThat(sheet.ours()).isEmpty();
    assertThat(sheet.differs()).hasSize(1);
  }

  /** A backup knows nothing of the last hour; their ledger does (F28). */
  @Test
  void whatARestoredHouseHasForgottenStandsInTheirLedger() {
    long grant = granted(2000, payment);
    courier.perform();
    sql.sql("delete from attempt").update();
    sql.sql("delete from fulfilment").update();
    Comparison.Sheet sheet = compared();
    assertThat(sheet.theirs()).hasSize(1);
    assertThat(sheet.theirs().getFirst().lost()).isTrue();
    assertThat(paidOnce()).hasSize(1);
    assertThat(grant).isPositive();
  }

  /** The backup has the try as one that nobody was called with, and its key is old by now. */
  @Test
  void anOldTryIsAskedForBeforeItIsBegun() {
    long grant = granted(2000, payment);
    courier.perform();
    sql.sql(
            """
            update attempt set outcome = null, outcome_at = null, done_at = null, called_at = null,
              their_id = null, attempts = 0
            """)
        .update();
    provider.forgetKeys();
    clock.pass(Duration.ofDays(2));
    courier.perform();
    assertThat(state(grant)).isEqualTo(State.DONE);
    assertThat(provider.ledger).hasSize(1);
  }

  @Test
  void whatIsReadInTheLedgerIsAskedForAtOnce() {
    provider.paying = Mood.DROPS;
    long grant = granted(2000, payment);
    courier.perform();
    sql.sql("update attempt set ready_at = ready_at + interval '1 day'").update();
    compared();
    sql.sql("update pay_connection set paused_until = null").update();
    courier.perform();
    assertThat(state(grant)).isEqualTo(State.DONE);
  }

  @Test
  void aLedgerThatCannotBeReadSaysSo() {
    provider.mood = Mood.AWAY;
    compared();
    assertThat(connections.get(connection).ledgerTrouble()).contains("503");
    provider.mood = Mood.WELL;
    compared();
    assertThat(connections.get(connection).ledgerTrouble()).isNull();
  }

  @Test
  void aLineOfTheirsIsRecordedAsWhatWasPaidForAGrant() {
    connections.turn(connection, false, world.admin.actor());
    long grant = granted(700, "G1");
    connections.turn(connection, true, world.admin.actor());
    Refund past = provider.byHand(payment, 700);
    compared();
    assertThatThrownBy(
            () -> comparison.elsewhere(connection, "re_none", order(grant), "Their ledger"))
        .isInstanceOf(Refusal.class);
    tries.elsewhere(
        grant,
        comparison.elsewhere(connection, past.id(), order(grant), "Their ledger"),
        world.hanna);
    assertThat(state(grant)).isEqualTo(State.DONE);
    assertThat(last(grant).elsewhere()).isTrue();
    Comparison.Sheet sheet = compared();
    assertThat(sheet.theirs()).isEmpty();
    assertThat(sheet.agreed()).isEqualTo(1);
  }

  @Test
  void whatWasPaidElsewhereIsNotPaidAgain() {
    long grant = granted(2000, payment);
    tries.elsewhere(
        grant, new Elsewhere("Till 4, slip 88", clock.instant(), null, "88"), world.hanna);
    courier.perform();
    assertThat(provider.calls).isEmpty();
    assertThat(state(grant)).isEqualTo(State.DONE);
    assertThatThrownBy(() ->
            tries.elsewhere(
                grant, new Elsewhere("Again", clock.instant(), null, null), world.hanna))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("done");
  }

  @Test
  void whileTheProviderIsAskedNobodySaysThatItWasPaidElsewhere() {
    provider.paying = Mood.SHUTS;
    long grant = granted(2000, payment);
    courier.perform();
    Elsewhere till = new Elsewhere("Till 4", clock.instant(), null, null);
    assertThatThrownBy(() -> tries.elsewhere(grant, till, world.hanna))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("asking");
    assertThatThrownBy(() -> tries.notDone(grant, "Not there", world.hanna))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("asking");

    provider.forgetKeys();
    clock.pass(Duration.ofHours(25));
    courier.perform();
    tries.notDone(grant, "Looked at their pages, not there", world.hanna);
    assertThat(last(grant).byPeople()).isTrue();
    assertThat(state(grant)).isEqualTo(State.READY);
  }

  @Test
  void whoGaveTheMoneyDoesNotSayThatItWasPaid() {
    sql.sql("update pay_route set ended_at = made_at").update();
    long grant = granted(2000, payment);
    sql.sql("update remedy_grant set ruled_by = :hanna").param("hanna", world.hanna.id()).update();
    Elsewhere paid = new Elsewhere("Bank slip 12", clock.instant(), null, "12");
    assertThatThrownBy(() -> tries.done(last(grant).id(), paid, world.hanna))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("own");
    tries.done(last(grant).id(), paid, world.admin);
    assertThat(state(grant)).isEqualTo(State.DONE);
    assertThatThrownBy(() -> tries.done(last(grant).id(), paid, world.admin))
        .isInstanceOf(Refusal.class);
  }

  private void tells(String event, String type, Refund refund, String secret, int expected)
      throws Exception {
    String body = FakeRefunds.event(event, type, refund);
    mvc.perform(
            post("/in/pay/" + connection)
                .contentType("application/json")
                .content(body)
                .header(
                    "Stripe-Signature",
                    FakeRefunds.signature(secret, clock.instant().getEpochSecond(), body)))
        .andExpect(status().is(expected));
  }

  @Test
  void aCallOfTheirsMakesUsAskAtOnceAndNothingElse() throws Exception {
    provider.fresh = "pending";
    long grant = granted(2000, payment);
    courier.perform();
    assertThat(state(grant)).isEqualTo(State.PENDING);
    provider.becomes("re_1", "succeeded");
    tells("evt_0", "refund.updated", provider.ledger.getFirst(), "whsec_of_a_liar", 401);
    courier.perform();
    assertThat(state(grant)).isEqualTo(State.PENDING);
    for (int i = 0; i < 5; i++) {
      tells("evt_1", "refund.updated", provider.ledger.getFirst(), FakeRefunds.HOOK_SECRET, 200);
    }
    assertThat(state(grant)).isEqualTo(State.PENDING);
    courier.perform();
    assertThat(state(grant)).isEqualTo(State.DONE);
    assertThat(count("pay_news")).isEqualTo(1);
  }

  @Test
  void moneyThatComesBackWeeksLaterIsPeoplesToDo() throws Exception {
    long grant = granted(2000, payment);
    courier.perform();
    clock.pass(Duration.ofDays(9));
    provider.becomes("re_1", "failed");
    Refund failed = provider.ledger.getFirst();
    tells("evt_2", "refund.failed", failed, FakeRefunds.HOOK_SECRET, 200);
    tells("evt_3", "refund.updated", failed, FakeRefunds.HOOK_SECRET, 200);
    assertThat(order(grant).attempts())
        .extracting(Attempt::state)
        .containsExactly(State.RETURNED, State.READY);
    assertThat(count("remedy_grant where came_back_at is not null and done_at is null")).isOne();
    assertThat(last(grant).byPeople()).isTrue();
  }

  @Test
  void anOldCallIsNoCall() throws Exception {
    granted(2000, payment);
    courier.perform();
    String body = FakeRefunds.event("evt_4", "refund.failed", provider.ledger.getFirst());
    long hourAgo = clock.instant().minus(Duration.ofHours(1)).getEpochSecond();
    mvc.perform(
            post("/in/pay/" + connection)
                .content(body)
                .header(
                    "Stripe-Signature",
                    FakeRefunds.signature(FakeRefunds.HOOK_SECRET, hourAgo, body)))
        .andExpect(status().isUnauthorized());
  }
}

package amends.remedies.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.remedies.NewOrder;
import amends.remedies.fulfilment.Attempt.State;
import amends.remedies.pay.FakeTill;
import amends.remedies.pay.PayDraft;
import amends.shared.Money;
import amends.shared.Refusal;
import amends.testing.FakeHttp.Mood;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Any program that answers signed calls can pay. */
class SignedHttpTest extends PayWorld {
  @Autowired Comparison comparison;
  @Autowired Reconciling reconciling;

  private FakeTill till;
  private long second;

  @BeforeEach
  void aTill() {
    till = new FakeTill();
    second =
        connections.add(
            new PayDraft("http", "Till", till.url(), "", FakeTill.SECRET, ""), world.admin.actor());
    routes.set(new PayRoute(0, "money", null, null, "GBP", second), world.admin.actor());
  }

  @AfterEach
  void shut() {
    till.close();
  }

  @Test
  void itIsSignedAndAskedAndComparedLikeAnyOther() {
    assertThat(connections.test(second)).isEmpty();
    till.mood = Mood.DROPS;
    long grant = granted(2000, "G5");
    courier.perform();
    assertThat(state(grant)).isEqualTo(State.UNKNOWN);
    till.mood = Mood.WELL;
    untilNext(grant);
    courier.perform();

    assertThat(state(grant)).isEqualTo(State.DONE);
    assertThat(last(grant).theirId()).isEqualTo("T1");
    assertThat(till.paid).hasSize(1);
    assertThat(till.forged).isEmpty();
    assertThat(till.calls).noneMatch(c -> c.body().contains("Ruth"));
    reconciling.compare(second);
    assertThat(comparison.of(second, world.hanna).agreed()).isEqualTo(1);
  }

  @Test
  void onlyWhatItSaysInSoManyWordsIsCertain() {
    till.says = "{\"state\":\"done\",\"id\":\"T1\",\"amount\":200,\"currency\":\"GBP\"}";
    long other = granted(2000, "G5");
    till.says = "<html>Welcome</html>";
    long welcome = granted(1000, "G6");
    courier.perform();
    assertThat(state(welcome)).isEqualTo(State.UNKNOWN);
    assertThat(state(other)).isEqualTo(State.UNKNOWN);
    till.says = "{\"state\":\"failed\",\"reason\":\"no money\"}";
    long refused = granted(500, "G7");
    courier.perform();
    assertThat(order(refused).attempts().getFirst().why()).isEqualTo("nomoney");
    assertThat(last(refused).byPeople()).isTrue();
  }

  @Test
  void aParcelIsNotGivenAwayAndAWrongSecretPaysNothing() {
    assertThatThrownBy(() ->
            routes.set(new PayRoute(0, "shipment", null, null, null, second), world.admin.actor()))
        .isInstanceOf(Refusal.class);
    connections.change(
        second,
        new PayDraft("http", "Till", till.url(), "", "another secret of theirs", ""),
        world.admin.actor());
    long grant = granted(2000, "G5");
    courier.perform();
    assertThat(till.paid).isEmpty();
    assertThat(state(grant)).isEqualTo(State.READY);
    assertThat(last(grant).trouble()).contains("secret");
  }

  @Test
  void whoIsNamedMostCloselyDoesIt() {
    assertThat(last(granted(100, "G1")).connectionId()).isEqualTo(second);
    routes.set(new PayRoute(0, "money", "refund", null, null, connection), world.admin.actor());
    assertThat(last(granted(100, payment)).connectionId()).isEqualTo(connection);
    connections.turn(connection, false, world.admin.actor());
    assertThat(last(granted(100, "G2")).connectionId()).isEqualTo(second);
    long task = granted("note", remedy, NewOrder.Kind.TASK, null, "G3", null);
    assertThat(last(task).byPeople()).isTrue();
  }

  @Test
  void aSecretIsNeverShownAndNoInnerAddressIsTaken() {
    assertThat(
            sql.sql("select encode(locked, 'escape') from pay_connection where id = :id")
                .param("id", second)
                .query(String.class)
                .single())
        .doesNotContain(FakeTill.SECRET);
    assertThatThrownBy(() ->
            connections.add(
                new PayDraft("http", "X", "http://10.0.0.8/pay", "", FakeTill.SECRET, ""),
                world.admin.actor()))
        .isInstanceOf(Refusal.class);
    long inner =
        connections.add(
            new PayDraft(
                "http",
                "X",
                "https://localhost:" + till.url().replaceAll(".*:", ""),
                "",
                FakeTill.SECRET,
                ""),
            world.admin.actor());
    assertThat(connections.test(inner)).contains("inside of a network");
    assertThat(till.calls).isEmpty();
  }

  /** Who is let off a fee is not paid it out as well. */
  @Test
  void aWaiverIsPaidOutByNobodyWhoWasNotNamedForIt() {
    long waiver = remedy("no-fee", "waiver");
    Money fee = new Money(900, "GBP");
    long first = granted("waiver", waiver, NewOrder.Kind.MONEY, fee, "G1", null);
    assertThat(last(first).byPeople()).isTrue();
    routes.set(new PayRoute(0, "money", "no-fee", null, null, second), world.admin.actor());
    long named = granted("waiver", waiver, NewOrder.Kind.MONEY, fee, "G2", null);
    assertThat(last(named).connectionId()).isEqualTo(second);
    long nothing = granted("refund", remedy, NewOrder.Kind.MONEY, new Money(0, "GBP"), "G3", null);
    assertThat(last(nothing).byPeople()).isTrue();
  }

  /** Nothing of it could be written down, so that it would be taken up, and lost, for ever. */
  @Test
  void aNumberThatCannotBeKeptIsNoNumber() {
    for (String id : List.of("T".repeat(4_000), "T\\u00001")) {
      till.says =
          "{\"state\":\"done\",\"id\":\"%s\",\"amount\":2000,\"currency\":\"GBP\"}".formatted(id);
      long grant = granted(2000, "G5");
      courier.perform();
      assertThat(state(grant)).isEqualTo(State.UNKNOWN);
      assertThat(last(grant).trouble()).contains("no number");
    }
  }

  @Test
  void aSecretGoesToNoOtherPlaceThanItWasGivenFor() {
    PayDraft elsewhere = new PayDraft("http", "Till", "https://pay.example.com/till", "", "", "");
    assertThatThrownBy(() -> connections.change(second, elsewhere, world.admin.actor()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("elsewhere");
    connections.change(
        second,
        new PayDraft("http", "Till 2", till.url() + "/other", "", "", ""),
        world.admin.actor());
    assertThat(connections.get(second).name()).isEqualTo("Till 2");
    assertThat(connections.test(second)).as("the secret was kept").isEmpty();
  }

  @Test
  void aNumberOfTheirsStandsAtOneGrantOnly() {
    sql.sql("update pay_route set ended_at = made_at").update();
    long one = granted(2000, "G5");
    long other = granted(2000, "G6");
    Tries.Elsewhere seen = new Tries.Elsewhere("Their page", clock.instant(), second, "T9");
    tries.elsewhere(one, seen, world.hanna);
    assertThatThrownBy(() -> tries.elsewhere(other, seen, world.hanna))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("their");
    assertThat(state(other)).isEqualTo(State.READY);
  }
}

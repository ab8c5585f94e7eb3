package amends.remedies.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.journal.Journal;
import amends.journal.Recorded;
import amends.remedies.fulfilment.Attempt.State;
import amends.remedies.fulfilment.AttemptRows.Task;
import amends.remedies.pay.FakeRefunds.Refund;
import amends.remedies.pay.Said;
import amends.shared.Money;
import amends.shared.WorkRows.LeaseLost;
import amends.testing.AsOwner;
import amends.testing.FakeHttp.Call;
import amends.testing.FakeHttp.Mood;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever happens between us and whoever pays, their ledger has it at most once. */
class PaidOnceTest extends PayWorld {
  @Autowired AttemptRows rows;
  @Autowired Outcomes outcomes;
  @Autowired Journal journal;

  private Set<String> keysUsed() {
    return provider.calls.stream()
        .filter(call -> call.method().equals("POST"))
        .map(call -> call.header("idempotency-key"))
        .collect(Collectors.toSet());
  }

  private PayCourier node() {
    return new PayCourier(
        acts, rows, connections, outcomes, new PayCourier.Gate(() -> false, clock));
  }

  private List<String> told(long grant) {
    return journal.history(Attempt.subject(last(grant).id())).stream().map(Recorded::kind).toList();
  }

  @Test
  void aRefundIsPaidAndTheirNumberIsTheEvidence() {
    long grant = granted(2000, payment);
    assertThat(state(grant)).isEqualTo(State.READY);
    courier.perform();

    assertThat(state(grant)).isEqualTo(State.DONE);
    assertThat(provider.ledger).hasSize(1);
    Refund refund = provider.ledger.getFirst();
    assertThat(refund.amount()).isEqualTo(2000);
    assertThat(last(grant).theirId()).isEqualTo(refund.id());
    assertThat(refund.metaKey()).isEqualTo(last(grant).key());
    assertThat(told(grant)).contains("attempt.made", "attempt.done");
    assertThat(courier.perform()).isFalse();
    assertThat(provider.calls).extracting(Call::body).noneMatch(body -> body.contains("Ruth"));
  }

  /** Another connection looks at what is committed while the provider is being called. */
  @Test
  void theKeyIsOnRecordBeforeAnybodyIsCalledWithIt() {
    AtomicReference<String> committed = new AtomicReference<>("");
    provider.watcher =
        call -> {
          try (Connection other = AsOwner.connection();
              Statement look = other.createStatement();
              ResultSet found =
                  look.executeQuery(
                      "select key from attempt where called_at is not null and outcome is null")) {
            committed.set(found.next() ? found.getString(1) : "none");
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        };
    granted(2000, payment);
    courier.perform();
    assertThat(keysUsed()).containsExactly(committed.get());
  }

  @Test
  void whoPaysAndHangsUpIsAskedAndNeverPaysAgain() {
    provider.paying = Mood.DROPS;
    long grant = granted(2000, payment);
    courier.perform();
    assertThat(provider.ledger).hasSize(1);
    assertThat(state(grant)).isEqualTo(State.UNKNOWN);
    assertThat(told(grant)).contains("attempt.unknown");

    untilNext(grant);
    courier.perform();
    assertThat(state(grant)).isEqualTo(State.DONE);
    assertThat(last(grant).theirId()).isEqualTo("re_1");
    assertThat(provider.ledger).hasSize(1);
    assertThat(provider.posts()).isEqualTo(1);
  }

  @Test
  void tenTriesOnTwoNodesWithADeathInBetweenPayOnce() {
    provider.paying = Mood.DROPS;
    long grant = granted(2000, payment);
    try (PayCourier first = node();
        PayCourier second = node()) {
      first.perform();
      provider.mood = Mood.DROPS;
      for (int i = 0; i < 10; i++) {
        untilNext(grant);
        if (i == 4) {
          // Takes it, and dies.
          assertThat(acts.call(() -> rows.take(4, PayCourier.LEASE, List.of()))).hasSize(1);
          assertThat(second.perform()).isFalse();
          leaseRunsOut();
        }
        PayCourier one = i % 2 == 0 ? second : first;
        one.perform();
        assertThat(state(grant)).isEqualTo(State.UNKNOWN);
      }
      provider.mood = Mood.WELL;
      untilNext(grant);
      first.perform();
    }
    assertThat(state(grant)).isEqualTo(State.DONE);
    assertThat(provider.ledger).hasSize(1);
    assertThat(keysUsed()).hasSize(1);
  }

  @Test
  void whatNeverGotThroughIsDoneUnderTheSameKey() {
    provider.paying = Mood.SHUTS;
    long grant = granted(2000, payment);
    courier.perform();
    assertThat(state(grant)).isEqualTo(State.UNKNOWN);
    untilNext(grant);
    courier.perform();
    assertThat(provider.posts()).isEqualTo(2);
    provider.paying = Mood.WELL;
    untilNext(grant);
    courier.perform();

    assertThat(state(grant)).isEqualTo(State.DONE);
    assertThat(keysUsed()).hasSize(1);
    assertThat(provider.ledger).hasSize(1);
  }

  /** The dangerous hour: their keys are gone, and the same key would pay a second time. */
  @Test
  void afterADayItIsOnlyAskedForAndThenAPersonLooks() {
    provider.paying = Mood.SHUTS;
    long grant = granted(2000, payment);
    courier.perform();
    long posts = provider.posts();
    provider.paying = Mood.WELL;
    provider.forgetKeys();
    clock.pass(Duration.ofHours(24));
    courier.perform();

    assertThat(provider.posts()).isEqualTo(posts);
    assertThat(provider.ledger).isEmpty();
    assertThat(state(grant)).isEqualTo(State.UNKNOWN);
    assertThat(last(grant).personWhy()).isEqualTo("not_known");
  }

  @Test
  void whatWasPaidIsFoundAfterADayToo() {
    provider.paying = Mood.DROPS;
    long grant = granted(2000, payment);
    courier.perform();
    for (int i = 0; i < 30; i++) {
      provider.byHand(payment, 10);
    }
    provider.forgetKeys();
    clock.pass(Duration.ofDays(3));
    courier.perform();
    assertThat(state(grant)).isEqualTo(State.DONE);
    assertThat(last(grant).theirId()).isEqualTo("re_1");
    assertThat(provider.posts()).isEqualTo(1);
  }

  @Test
  void aBreakdownAfterwardsIsNoAnswer() {
    provider.paying = Mood.BREAKS;
    long grant = granted(2000, payment);
    courier.perform();
    assertThat(state(grant)).isEqualTo(State.UNKNOWN);
    untilNext(grant);
    courier.perform();
    assertThat(state(grant)).isEqualTo(State.DONE);
    assertThat(provider.ledger).hasSize(1);
  }

  /** It slept through its lease, somebody else has paid, and now it wants to write. */
  @Test
  void whoWakesUpLateWritesNothing() {
    long grant = granted(2000, payment);
    Task sleeper = acts.call(() -> rows.take(1, PayCourier.LEASE, List.of())).getFirst();
    leaseRunsOut();
    courier.perform();
    assertThat(state(grant)).isEqualTo(State.DONE);

    assertThatThrownBy(
            () -> acts.run(() -> outcomes.record(sleeper, new Said.Done("re_99", clock.instant()))))
        .isInstanceOf(LeaseLost.class);
    acts.run(() -> outcomes.record(sleeper, new Said.Unsure("late")));
    assertThatThrownBy(() -> acts.run(() -> outcomes.record(sleeper, new Said.Refused("late"))))
        .isInstanceOf(LeaseLost.class);
    assertThat(last(grant).theirId()).isEqualTo("re_1");
    assertThat(state(grant)).isEqualTo(State.DONE);
    assertThat(told(grant)).doesNotContain("attempt.unknown", "attempt.failed");
  }

  @Test
  void aRestoredHousePaysNothingUntilSomebodyReleasesIt() {
    granted(2000, payment);
    try (PayCourier held =
        new PayCourier(acts, rows, connections, outcomes, new PayCourier.Gate(() -> true, clock))) {
      assertThat(held.perform()).isFalse();
    }
    assertThat(provider.calls).isEmpty();
  }

  @Test
  void aConnectionThatIsOffIsGivenNothing() {
    long grant = granted(2000, payment);
    connections.turn(connection, false, world.admin.actor());
    courier.perform();
    assertThat(provider.calls).isEmpty();
    assertThat(state(grant)).isEqualTo(State.READY);
    long byHand = granted(1000, payment);
    assertThat(last(byHand).byPeople()).isTrue();
  }

  @Test
  void aGrantIsOrderedOnce() {
    long grant = granted(2000, payment);
    acts.run(() ->
        fulfilment.order(
            new amends.remedies.NewOrder(
                grant,
                amends.remedies.NewOrder.Kind.MONEY,
                new Money(2000, "GBP"),
                customer(),
                amends.shared.Subject.of("case", caseId),
                payment)));
    courier.perform();
    assertThat(order(grant).attempts()).hasSize(1);
    assertThat(provider.ledger).hasSize(1);
  }

  @Test
  void manyHandsAtOnceGiveEachPayoutOnce() throws InterruptedException {
    String rich = provider.payment(1_000_000, "gbp");
    List<Long> grants = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      grants.add(granted(100 + i, rich));
    }
    provider.whim = moody(new AtomicInteger());
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> nodes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      nodes.add(
          Thread.ofVirtual()
              .start(() -> {
                await(start);
                try (PayCourier node = node()) {
                  while (node.perform()) {
                    // The next ones.
                  }
                }
              }));
    }
    start.countDown();
    for (Thread node : nodes) {
      node.join();
    }
    provider.whim = call -> null;
    for (int round = 0; round < 8; round++) {
      clock.pass(Duration.ofHours(1));
      sql.sql("update pay_connection set paused_until = null").update();
      while (courier.perform()) {
        // The next ones.
      }
    }
    assertThat(grants).allMatch(grant -> state(grant) == State.DONE);
    assertThat(provider.ledger).hasSize(50);
    assertThat(provider.ledger.stream().map(Refund::metaKey).distinct()).hasSize(50);
  }

  /** Every third call drops after doing, every fifth before. */
  private static java.util.function.Function<Call, Mood> moody(AtomicInteger calls) {
    return call -> {
      int n = calls.incrementAndGet();
      return n % 3 == 0 ? Mood.DROPS : n % 5 == 0 ? Mood.SHUTS : Mood.WELL;
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void theDatabaseItselfRefusesASecondLivingTry() {
    long grant = granted(2000, payment);
    long order = order(grant).id();
    assertThatThrownBy(() -> acts.run(() -> orders.attempt(order, grant, connection, null)))
        .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
  }

  /** Nobody asks them any more: else no word would ever end it, and its case could not close. */
  @Test
  void whatASwitchedOffProviderLeftOpenIsForAColleagueToSay() {
    provider.paying = Mood.DROPS;
    long dropped = granted(2000, payment);
    courier.perform();
    provider.paying = Mood.WELL;
    provider.fresh = "pending";
    long pending = granted(500, payment);
    courier.perform();
    assertThatThrownBy(() -> tries.notDone(pending, "Their page", world.hanna))
        .hasMessageContaining("on-its-way");
    connections.turn(connection, false, world.admin.actor());

    tries.elsewhere(
        dropped,
        new Tries.Elsewhere("Their page shows it", clock.instant(), null, "re_1"),
        world.hanna);
    assertThat(state(dropped)).isEqualTo(State.DONE);
    tries.notDone(pending, "Their page shows nothing", world.hanna);
    assertThat(last(pending).byPeople()).isTrue();
    assertThat(state(pending)).isEqualTo(State.READY);
  }
}

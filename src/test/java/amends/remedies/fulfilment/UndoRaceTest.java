package amends.remedies.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import amends.remedies.Undoing;
import amends.remedies.fulfilment.Attempt.State;
import amends.shared.Refusal;
import amends.testing.Patience;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Undone or paid, and never both, when somebody undoes in the moment in which a courier comes. */
class UndoRaceTest extends PayWorld {
  private static final int ROUNDS = 20;

  @Autowired Undoing undoing;
  @Autowired Patience patience;

  @BeforeEach
  void held() {
    patience.hold(Duration.ofSeconds(10));
  }

  @AfterEach
  void atOnce() {
    patience.hold(Duration.ZERO);
  }

  @Test
  void whatIsUndoneIsNeverPaidAndWhatIsPaidIsNeverUndone() throws Exception {
    int undone = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long grant = granted(100, payment);
      int calls = provider.calls.size();
      boolean first = both(grant);
      if (first) {
        undone++;
        assertThat(provider.calls).hasSize(calls);
        assertThat(state(grant)).isEqualTo(State.STOPPED);
        assertThat(count("remedy_grant where undone_at is not null and id = " + grant)).isOne();
      } else {
        assertThat(state(grant)).isEqualTo(State.DONE);
        assertThat(count("remedy_grant where undone_at is null and id = " + grant)).isOne();
      }
    }
    assertThat(provider.ledger).hasSize(ROUNDS - undone);
  }

  private boolean both(long grant) throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService two = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> courierRan =
          two.submit(() -> {
            go.await();
            return courier.perform();
          });
      Future<Boolean> undone =
          two.submit(() -> {
            go.await();
            try {
              undoing.undo(grant, world.priya);
              return true;
            } catch (Refusal left) {
              return false;
            }
          });
      go.countDown();
      courierRan.get();
      return undone.get();
    }
  }
}

package amends.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TogetherTest {
  private final List<List<Integer>> done = new CopyOnWriteArrayList<>();
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch began = new CountDownLatch(1);

  /** Holds the seat with 0 until it is let go; fails whenever a 13 is among them. */
  private final Together<Integer> together = new Together<>(1, 4, this::work);

  private void work(List<Integer> group) {
    if (group.contains(0)) {
      began.countDown();
      await(held);
    }
    if (group.contains(13)) {
      throw new IllegalStateException("thirteen");
    }
    done.add(group);
  }

  @Test
  void whoeverIsAloneGoesAtOnce() {
    assertThat(together.bring(1)).isTrue();
    assertThat(done).containsExactly(List.of(1));
  }

  @Test
  void whoeverIsAloneHearsWhatWentWrong() {
    assertThatThrownBy(() -> together.bring(13)).hasMessage("thirteen");
    assertThat(together.bring(1)).isTrue();
  }

  @Test
  void thoseWhoComeWhileSomebodyIsAtItGoTogether() throws Exception {
    List<Boolean> ends = bring(1, 2, 3);

    assertThat(ends).containsOnly(true);
    assertThat(done).hasSize(2);
    assertThat(done.getLast()).containsExactlyInAnyOrder(1, 2, 3);
  }

  @Test
  void aGroupHasItsBounds() throws Exception {
    bring(1, 2, 3, 4, 5, 6);

    assertThat(done).extracting(List::size).containsExactly(1, 4, 2);
  }

  @Test
  void noneOfAFailingGroupIsTakenForDone() throws Exception {
    List<Boolean> ends = bring(1, 13, 2);

    assertThat(ends).containsOnly(false);
    assertThat(done).containsExactly(List.of(0));
  }

  /** What each hears that comes while the seat is held. */
  private List<Boolean> bring(Integer... others) throws Exception {
    try (ExecutorService hands = Executors.newCachedThreadPool()) {
      Future<Boolean> first = hands.submit(() -> together.bring(0));
      await(began);
      List<Future<Boolean>> rest =
          IntStream.range(0, others.length)
              .mapToObj(i -> hands.submit(() -> together.bring(others[i])))
              .toList();
      while (together.gathered() < others.length) {
        Thread.onSpinWait();
      }
      held.countDown();
      assertThat(first.get()).isTrue();
      List<Boolean> ends = new CopyOnWriteArrayList<>();
      for (Future<Boolean> each : rest) {
        ends.add(each.get());
      }
      return ends;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

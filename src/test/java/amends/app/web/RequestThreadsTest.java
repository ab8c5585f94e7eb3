package amends.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestThreadsTest {
  private static final int SLOW = 60;

  @Test
  void slowClientsNeverKeepOutOthers() throws InterruptedException {
    Executor threads = RequestThreads.threads();
    Queue<Boolean> virtual = new ConcurrentLinkedQueue<>();
    CountDownLatch begun = new CountDownLatch(SLOW);
    CountDownLatch sent = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);

    for (int i = 0; i < SLOW; i++) {
      threads.execute(() -> {
        virtual.add(Thread.currentThread().isVirtual());
        begun.countDown();
        await(sent);
      });
    }
    assertThat(begun.await(20, TimeUnit.SECONDS)).as("all were begun at once").isTrue();
    threads.execute(answered::countDown);

    assertThat(answered.await(20, TimeUnit.SECONDS)).as("one more is answered").isTrue();
    sent.countDown();
    assertThat(virtual).as("the first on platform threads, the rest not").contains(true, false);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package amends.faults;

import amends.remedies.pay.FakeRefunds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program is killed while it pays, half of the time at the very moment at which the provider
 * has paid and not answered yet (F1, F19). The provider's ledger has each payout once.
 */
@Tag("longrun")
class PayoutKillRun {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path here;

  private final AtomicInteger caught = new AtomicInteger();
  private final Times back = new Times();

  @Test
  void paysEachGrantOnceHoweverOftenItIsKilled() throws Exception {
    Plan plan = Plan.asked();
    try (FakeRefunds provider = new FakeRefunds(InstantSource.system());
        Node node = new Node(here.resolve("node"), 9, Map.of("AMENDS_HOOK_HOSTS", "127.0.0.1"))) {
      var payouts = new Payouts(node, provider);
      node.start();
      Opening.day(node);
      payouts.connect(provider.url());
      List<Long> grants = new ArrayList<>();
      payouts.ground();
      Random moods = new Random(plan.seed());
      for (int round = 0; round < plan.rounds(); round++) {
        grants.addAll(payouts.granted(provider.payment(1_000_000, "gbp")));
        provider.whim = call -> Payouts.mood(moods);
        if (round % 2 == 0) {
          killWhenPaid(node, provider);
        }
        Wait.of(plan.peace());
        provider.watcher = call -> {};
        node.kill();
        back.add(node.start());
      }
      provider.whim = call -> null;
      Duration drained = payouts.drained(true);
      verdict(plan, payouts, grants, drained);
    }
  }

  /**
   * The watcher sees the call before it is booked; a moment later it is, and nobody hears of it.
   */
  private void killWhenPaid(Node node, FakeRefunds provider) throws InterruptedException {
    CountDownLatch killed = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    provider.watcher =
        call -> {
          if (calls.getAndIncrement() == 0) {
            node.kill();
            caught.incrementAndGet();
            killed.countDown();
          }
        };
    killed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void verdict(Plan plan, Payouts payouts, List<Long> grants, Duration drained)
      throws Exception {
    List<String> broken = new ArrayList<>(payouts.broken(grants.size()));
    broken.addAll(payouts.checked("I6"));
    Verdict.say(
        broken,
        "PayoutKillRun %s (%d in the middle of a payment), back %s; %d grants, %d lines in their ledger, %d calls to pay; drained after %d s"
            .formatted(
                plan.words("kills -9"),
                caught.get(),
                back,
                grants.size(),
                payouts.provider().ledger.size(),
                payouts.provider().posts(),
                drained.toSeconds()));
  }
}

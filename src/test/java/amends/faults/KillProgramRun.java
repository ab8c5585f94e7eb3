package amends.faults;

import amends.testing.FakeRelay;
import amends.testing.FakeRelay.Mood;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program is killed while mail comes in and acknowledgements go out (F1), half of the time
 * between the moment the mail server has an acknowledgement and the moment it says so (F7).
 */
@Tag("longrun")
class KillProgramRun {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  @TempDir Path here;

  private final Times back = new Times();
  private final AtomicInteger caught = new AtomicInteger();

  @Test
  void losesNothingItTookAndSaysNothingTwiceUncounted() throws Exception {
    Plan plan = Plan.asked();
    try (FakeRelay relay = new FakeRelay();
        Node node = new Node(here.resolve("node"), relay.port(), Map.of())) {
      node.start();
      Opening.day(node);
      Town town = new Town().write(3, here, node::mailPort, plan.seed());
      try (town) {
        for (int round = 0; round < plan.rounds(); round++) {
          Wait.of(plan.peace());
          if (plan.coin()) killAtTheMailServer(node, relay);
          node.kill();
          back.add(node.start());
        }
        Wait.of(plan.peace());
      }
      try (Books books = new Books(node.record())) {
        Duration drained = Town.drained(books);
        new Verdict(books)
            .senders(town.fates())
            .receivers(relay.got(), plan.rounds())
            .check(node)
            .print(
                "KillProgramRun %s (%d in the middle of an acknowledgement), back %s, drained after %d s"
                    .formatted(plan.words("kills -9"), caught.get(), back, drained.toSeconds()));
      }
    }
  }

  /** The second question about a recipient comes when its mail is there whole. */
  private void killAtTheMailServer(Node node, FakeRelay relay) throws InterruptedException {
    var killed = new CountDownLatch(1);
    var first = new AtomicReference<String>();
    relay.moodFor(recipient -> {
      if (!first.compareAndSet(null, recipient)
          && recipient.equals(first.get())
          && killed.getCount() > 0) {
        node.kill();
        caught.incrementAndGet();
        killed.countDown();
      }
      return Mood.TAKE;
    });
    killed.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    relay.mood(Mood.TAKE);
  }
}

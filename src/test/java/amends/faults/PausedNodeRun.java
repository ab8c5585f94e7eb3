package amends.faults;

import amends.app.postgres.EmbeddedPostgres;
import amends.app.postgres.Options;
import amends.testing.FakeRelay;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F15: one of two programs is stopped in the middle of its work for longer than any lease, and goes
 * on afterwards as if nothing had been: the other has taken its work up, and the fence refuses what
 * the sleeper still wants to write.
 */
@Tag("longrun")
class PausedNodeRun {
  private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(100);

  @TempDir Path here;

  @Test
  void whoSleptThroughItsLeaseDoesNothingTwice() throws Exception {
    Plan plan = Plan.asked();
    var options = Options.in(here.resolve("postgres")).with("shared_buffers", "64MB");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options).keepAlive();
        FakeRelay relay = new FakeRelay();
        Node first = new Node(here.resolve("first"), relay.port(), TwoNodesRun.shared(postgres));
        Node second =
            new Node(here.resolve("second"), relay.port(), TwoNodesRun.shared(postgres))) {
      TwoNodesRun.startTogether(first, second);
      Opening.day(first, second);
      Town town = new Town();
      try (town) {
        town.write(2, here, second::mailPort, plan.seed());
        for (int round = 0; round < plan.rounds(); round++) {
          Wait.of(plan.peace());
          first.pause();
          Wait.of(LONGER_THAN_A_LEASE);
          first.goOn();
        }
        Wait.of(plan.peace());
      }
      try (Books books = new Books(second.record())) {
        Duration drained = Town.drained(books);
        new Verdict(books)
            .senders(town.fates())
            .receivers(relay.got(), plan.rounds())
            .check(first)
            .check(second)
            .print(
                "PausedNodeRun %s, drained after %d s"
                    .formatted(plan.words("pauses of one of two"), drained.toSeconds()));
      }
    }
  }
}

package amends.faults;

import amends.app.postgres.EmbeddedPostgres;
import amends.app.postgres.Options;
import amends.testing.FakeRelay;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * F16: a release comes in node by node while people write. The schema is the newer one before the
 * older program has gone: it must work on it, and start on it again, should the release be taken
 * back.
 */
@Tag("longrun")
class RollingRestartRun {
  @TempDir Path here;

  private final Times back = new Times();

  @Test
  void losesNothingWhileTheOlderProgramWorksOnTheNewerSchema() throws Exception {
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
      int changes;
      long before;
      try (town;
          Books books = new Books(first.record())) {
        town.write(2, here, first::mailPort, plan.seed());
        town.write(2, here, second::mailPort, plan.seed() + 100);
        Wait.of(plan.peace());
        changes = NextRelease.expand(postgres);
        before = books.cases();
        Wait.until(
            "the older program opens cases on the newer schema",
            Duration.ofMinutes(2),
            () -> books.cases() > before + 20);
        for (int round = 0; round < plan.rounds(); round++) {
          for (Node node : List.of(first, second)) {
            node.stop();
            back.add(node.start());
            Wait.of(plan.peace());
          }
        }
      }
      try (Books books = new Books(first.record())) {
        Duration drained = Town.drained(books);
        new Verdict(books)
            .senders(town.fates())
            .receivers(relay.got(), plan.rounds() * 2L)
            .hold(books.cases() > before, "no case was opened on the newer schema")
            .check(first)
            .check(second)
            .print(
                "RollingRestartRun %s, %d changes to the schema, back %s, drained after %d s"
                    .formatted(
                        plan.words("rounds over two nodes"), changes, back, drained.toSeconds()));
      }
    }
  }
}

package amends.faults;

import amends.app.postgres.EmbeddedPostgres;
import amends.app.postgres.Options;
import amends.testing.FakeRelay;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two programs on one database, started at the same moment; one of them is killed at random. */
@Tag("longrun")
class TwoNodesRun {
  @TempDir Path here;

  private final Times back = new Times();

  @Test
  void makeOneCaseOfEachMailAndAcknowledgeItOnce() throws Exception {
    Plan plan = Plan.asked();
    var options = Options.in(here.resolve("postgres")).with("shared_buffers", "64MB");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options).keepAlive();
        FakeRelay relay = new FakeRelay();
        Node first = new Node(here.resolve("first"), relay.port(), shared(postgres));
        Node second = new Node(here.resolve("second"), relay.port(), shared(postgres))) {
      startTogether(first, second);
      Opening.day(first, second);
      Town town = new Town();
      try (town) {
        town.write(2, here, first::mailPort, plan.seed());
        town.write(2, here, second::mailPort, plan.seed() + 100);
        for (int round = 0; round < plan.rounds(); round++) {
          Wait.of(plan.peace());
          Node one = plan.coin() ? first : second;
          one.kill();
          back.add(one.start());
        }
        Wait.of(plan.peace());
      }
      try (Books books = new Books(first.record())) {
        Duration drained = Town.drained(books);
        new Verdict(books)
            .senders(town.fates())
            .receivers(relay.got(), plan.rounds())
            .hold(books.count("select count(*) from brand") == 1, "the first start made two brands")
            .hold(books.count("select count(*) from team") == 1, "the first start made two teams")
            .check(first)
            .check(second)
            .print(
                "TwoNodesRun %s, back %s, drained after %d s"
                    .formatted(plan.words("kills -9 of one of two"), back, drained.toSeconds()));
      }
    }
  }

  static void startTogether(Node first, Node second) throws IOException {
    first.launch();
    second.launch();
    List.of(first, second).forEach(Node::awaitReady);
  }

  static Map<String, String> shared(EmbeddedPostgres postgres) {
    return Map.of(
        "AMENDS_DATABASE_URL", postgres.jdbcUrl(),
        "AMENDS_DATABASE_USER", postgres.programUser(),
        "AMENDS_DATABASE_PASSWORD", postgres.programPassword(),
        "AMENDS_DATABASE_OWNER", postgres.ownerUser(),
        "AMENDS_DATABASE_OWNER_PASSWORD", postgres.ownerPassword(),
        "AMENDS_KEYS", "1:" + "4a".repeat(32));
  }
}

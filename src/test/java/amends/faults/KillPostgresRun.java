package amends.faults;

import amends.testing.FakeRelay;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL is killed with all its children while the program works; the program stays (F2). */
@Tag("longrun")
class KillPostgresRun {
  private static final Duration BACK = Duration.ofSeconds(30);

  @TempDir Path here;

  private final Times ready = new Times();
  private final Times taking = new Times();
  private final Map<String, Post.Answer> questions = new HashMap<>();
  private int killed;
  private int asked;

  @Test
  void losesNothingAndServesAgainByItself() throws Exception {
    Plan plan = Plan.asked();
    try (FakeRelay relay = new FakeRelay();
        Node node = new Node(here.resolve("node"), relay.port(), Map.of())) {
      node.start();
      Opening.day(node);
      Town town = new Town().write(3, here, node::mailPort, plan.seed());
      try (town) {
        for (int round = 0; round < plan.rounds(); round++) {
          Wait.of(plan.peace());
          killed += node.killPostgres();
          taking.add(Wait.until("mail is taken again", BACK, () -> takes(node)));
          ready.add(Wait.until("it is ready again", BACK, node::isReady));
        }
        Wait.of(plan.peace());
      }
      var fates = town.fates();
      fates.putAll(questions);
      try (Books books = new Books(node.record())) {
        Duration drained = Town.drained(books);
        new Verdict(books)
            .senders(fates)
            .receivers(relay.got(), plan.rounds())
            .check(node)
            .print(
                "KillPostgresRun %s (%d processes), mail taken again %s, ready after that %s, drained after %d s"
                    .formatted(
                        plan.words("kills -9 of PostgreSQL"),
                        killed,
                        taking,
                        ready,
                        drained.toSeconds()));
      }
    }
  }

  private boolean takes(Node node) {
    String id = "q-" + ++asked;
    Post.Answer answer =
        Post.send(
            node.mailPort(),
            id + "@customer.example",
            Correspondent.mail(id),
            "help@amends.localhost");
    questions.put(id, answer);
    return answer == Post.Answer.TAKEN;
  }
}

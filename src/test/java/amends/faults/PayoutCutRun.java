package amends.faults;

import amends.app.postgres.EmbeddedPostgres;
import amends.app.postgres.Options;
import amends.remedies.pay.FakeRefunds;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The network parts while the program pays, and heals (F17): the provider has paid and answers, but
 * the record cannot be reached, held or cut; or the provider cannot be reached, and what it answers
 * neither. Each grant is paid once, and nothing stays of unknown end.
 */
@Tag("longrun")
class PayoutCutRun {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern PORT = Pattern.compile("(?<=:)\\d+(?=/)");

  @TempDir Path here;

  @Test
  void paysEachGrantOnceWhereverTheNetworkParts() throws Exception {
    Plan plan = Plan.asked();
    var options = Options.in(here.resolve("postgres")).with("shared_buffers", "64MB");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options).keepAlive();
        HeldLine record = new HeldLine(port(postgres.jdbcUrl()));
        FakeRefunds provider = new FakeRefunds(InstantSource.system());
        HeldLine paying = new HeldLine(URI.create(provider.url()).getPort());
        Node node = new Node(here.resolve("node"), 9, behind(postgres, record))) {
      var payouts = new Payouts(node, provider);
      node.start();
      Opening.day(node);
      payouts.connect("http://127.0.0.1:" + paying.port());
      payouts.ground();
      List<Long> grants = new ArrayList<>();
      int met = 0;
      for (int round = 0; round < plan.rounds(); round++) {
        grants.addAll(payouts.granted(provider.payment(1_000_000, "gbp")));
        HeldLine line = round % 4 < 2 ? record : paying;
        met += part(provider, line, round % 2 == 0) ? 1 : 0;
        Wait.of(plan.peace().plus(Duration.ofSeconds(2)));
        line.goOn();
        Wait.of(plan.peace());
      }
      Duration drained = payouts.drained(false);
      verdict(plan, payouts, grants, met, drained);
    }
  }

  /** At the moment at which the provider is asked to pay; whether that moment came. */
  static boolean part(FakeRefunds provider, HeldLine line, boolean hold)
      throws InterruptedException {
    CountDownLatch parted = new CountDownLatch(1);
    provider.watcher =
        call -> {
          if (parted.getCount() > 0) {
            if (hold) {
              line.hold();
            } else {
              line.cut();
            }
            parted.countDown();
          }
        };
    boolean met = parted.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    provider.watcher = call -> {};
    return met;
  }

  static int port(String url) {
    Matcher port = PORT.matcher(url);
    if (!port.find()) throw new AssertionError("no port in " + url);
    return Integer.parseInt(port.group());
  }

  static Map<String, String> behind(EmbeddedPostgres postgres, HeldLine line) throws IOException {
    Map<String, String> environment = new HashMap<>(TwoNodesRun.shared(postgres));
    environment.put(
        "AMENDS_DATABASE_URL", PORT.matcher(postgres.jdbcUrl()).replaceFirst("" + line.port()));
    environment.put("AMENDS_HOOK_HOSTS", "127.0.0.1");
    return environment;
  }

  private static void verdict(
      Plan plan, Payouts payouts, List<Long> grants, int met, Duration drained) throws Exception {
    List<String> broken = new ArrayList<>(payouts.broken(grants.size()));
    if (met < plan.rounds()) broken.add("only " + met + " partings met a payment");
    broken.addAll(payouts.checked("I6"));
    Verdict.say(
        broken,
        "PayoutCutRun %s (%d in the middle of a payment); %d grants, %d lines in their ledger, %d calls to pay; drained after %d s"
            .formatted(
                plan.words("partitions"),
                met,
                grants.size(),
                payouts.provider().ledger.size(),
                payouts.provider().posts(),
                drained.toSeconds()));
  }
}

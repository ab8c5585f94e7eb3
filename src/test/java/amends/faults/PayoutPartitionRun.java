package amends.faults;

import amends.app.postgres.EmbeddedPostgres;
import amends.app.postgres.Options;
import amends.remedies.pay.FakeRefunds;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One of two programs is parted from the record while it pays (F17), for {@code -Dfaults.seconds}:
 * longer than a connection is waited for (60 s), and, when asked, than a lease (180 s). The
 * provider has paid, and whoever knows it can write nothing down; what it had begun in the record
 * stays begun there. The other program takes up what is free, and once the leases are over all of
 * it: it asks, and pays nothing again. Once the way is whole again the first one's late word
 * changes nothing.
 */
@Tag("longrun")
class PayoutPartitionRun {
  private static final int SECONDS = 75;

  /** A lease, the time after which the record lets go of what was begun, and a look at each try. */
  private static final Duration ALL_TAKEN_UP = Duration.ofSeconds(180 + 75 + 30);

  private static final Duration LET_GO = Duration.ofSeconds(75);

  /** How long one waits for what the network does, and what a node needs to be well again. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path here;

  private final List<String> broken = new ArrayList<>();

  @Test
  void paysEachGrantOnceHoweverLongOneIsPartedFromTheRecord() throws Exception {
    Plan plan = Plan.asked();
    Duration parted = Duration.ofSeconds(Integer.getInteger("faults.seconds", SECONDS));
    var options = Options.in(here.resolve("postgres")).with("shared_buffers", "64MB");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options).keepAlive();
        HeldLine line = new HeldLine(PayoutCutRun.port(postgres.jdbcUrl()));
        FakeRefunds provider = new FakeRefunds(InstantSource.system());
        Node lone = new Node(here.resolve("lone"), 9, PayoutCutRun.behind(postgres, line));
        Node other = new Node(here.resolve("other"), 9, direct(postgres))) {
      TwoNodesRun.startTogether(lone, other);
      Opening.day(lone, other);
      var payouts = new Payouts(other, provider);
      payouts.connect(provider.url());
      payouts.ground();
      List<Long> grants = new ArrayList<>();
      int met = 0;
      for (int round = 0; round < plan.rounds(); round++) {
        other.kill();
        grants.addAll(payouts.granted(provider.payment(1_000_000, "gbp")));
        met += PayoutCutRun.part(provider, line, true) ? 1 : 0;
        other.start();
        Wait.of(parted);
        look(payouts, parted);
        line.goOn();
        Wait.until("the lone one is well", PATIENCE, lone::isReady);
      }
      Duration drained = payouts.drained(false);
      verdict(plan, parted, payouts, grants, met, drained);
    }
  }

  private static Map<String, String> direct(EmbeddedPostgres postgres) {
    Map<String, String> environment = new HashMap<>(TwoNodesRun.shared(postgres));
    environment.put("AMENDS_HOOK_HOSTS", "127.0.0.1");
    return environment;
  }

  /** While it is still parted: what the other one could do, and what the record still holds. */
  private void look(Payouts payouts, Duration parted) throws SQLException {
    if (parted.compareTo(LET_GO) >= 0) {
      long begun =
          payouts.count(
              """
              select count(*) from pg_stat_activity
              where state like 'idle in transaction%' and state_change < clock_timestamp() - interval '70 s'
              """);
      if (begun > 0) broken.add(begun + " acts of the parted program are still begun");
    }
    if (parted.compareTo(ALL_TAKEN_UP) >= 0) {
      long open = payouts.count("select count(*) from attempt where outcome is null");
      if (open > 0) broken.add("the other program did not take up " + open + " tries");
    }
  }

  private void verdict(
      Plan plan, Duration parted, Payouts payouts, List<Long> grants, int met, Duration drained)
      throws Exception {
    broken.addAll(payouts.broken(grants.size()));
    if (met < plan.rounds()) broken.add("only " + met + " partings met a payment");
    broken.addAll(payouts.checked("I6"));
    Verdict.say(
        broken,
        "PayoutPartitionRun %s of %d s (%d in the middle of a payment); %d grants, %d lines in their ledger, %d calls to pay; drained after %d s"
            .formatted(
                plan.words("partitions"),
                parted.toSeconds(),
                met,
                grants.size(),
                payouts.provider().ledger.size(),
                payouts.provider().posts(),
                drained.toSeconds()));
  }
}

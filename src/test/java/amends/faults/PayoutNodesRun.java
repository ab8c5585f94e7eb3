package amends.faults;

import amends.app.postgres.EmbeddedPostgres;
import amends.app.postgres.Options;
import amends.remedies.pay.FakeRefunds;
import amends.shared.Sql;
import amends.shared.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two programs over one database give and pay at once (F20): each round asks both of them, all at
 * the same moment, for twice as much as the limit allows in one case, each ask twice by the same
 * key; then one of the two is killed while they pay. The limit is used up and never exceeded, and
 * each grant is paid once.
 */
@Tag("longrun")
class PayoutNodesRun {
  private static final int ALLOWED = 20;
  private static final int ASKED = 2 * ALLOWED;
  private static final String TOKEN = "amends_nodes-run-nodes-run-12";
  private static final int BUSY = 503;
  private static final int PATIENCE = 60;
  private static final Duration BETWEEN = Duration.ofSeconds(1);
  private static final Pattern ID = Pattern.compile("\"id\":\\s*(\\d+)");

  /** So much for each grant, and so much for all of them in one case. */
  private static final String HOUSE =
      """
      with x as (select cast(? as timestamptz) as t),
      l as (insert into authority_limit (line_id, role, currency, per_grant_minor, per_matter_minor,
          from_at, set_by_kind, set_by_id, set_at)
        select 77, 'agent', 'GBP', 100, 2000, t, 'system', 0, t from x),
      r as (insert into remedy (code, kind, interim, from_day, added_by_kind, added_by_id, added_at)
        select 'run', 'refund', false, date '2020-01-01', 'system', 0, t from x returning id),
      w as (insert into remedy_words (remedy_id, language, name, means, customer_does)
        select id, 'en', 'Money back', 'You get it back.', '' from r),
      c as (insert into customer (kind, name, name_folded, locale, zone, external_id, created_at)
        select 'person', 'Run', 'run', 'en-GB', 'Europe/London', 'C-RUN', t from x)
      insert into api_token (name, hash, scopes, created_at)
      select 'Run', ?, array['cases:read', 'cases:write', 'remedies:read', 'remedies:write'], t from x
      """;

  /** Each round has a payment of its own: no provider looks through hundreds of refunds of one. */
  private static final String ORDER =
      """
      insert into purchase_order (external_id, customer_id, placed_at, total_minor, currency,
        payment, paid_minor, entered_at)
      select 'A-RUN-' || ?, c.id, t, 1000000, 'GBP', ?, 1000000, t
      from customer c, (select cast(? as timestamptz) as t) as x where c.external_id = 'C-RUN'
      """;

  @TempDir Path here;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Times back = new Times();
  private final AtomicInteger busy = new AtomicInteger();
  private final List<String> broken = new ArrayList<>();
  private final Map<Integer, Integer> answers = new TreeMap<>();

  @Test
  void neverExceedALimitAndPayEachGrantOnce() throws Exception {
    Plan plan = Plan.asked();
    var options = Options.in(here.resolve("postgres")).with("shared_buffers", "64MB");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options).keepAlive();
        FakeRefunds provider = new FakeRefunds(InstantSource.system());
        Node first = new Node(here.resolve("first"), 9, shared(postgres));
        Node second = new Node(here.resolve("second"), 9, shared(postgres))) {
      TwoNodesRun.startTogether(first, second);
      Opening.day(first, second);
      var payouts = new Payouts(first, provider);
      payouts.connect(provider.url());
      house(first);
      Random moods = new Random(plan.seed());
      for (int round = 0; round < plan.rounds(); round++) {
        provider.whim = call -> Payouts.mood(moods);
        grantEverywhere(payouts, List.of(first, second), round);
        Node one = plan.coin() ? first : second;
        one.kill();
        back.add(one.start());
      }
      provider.whim = call -> null;
      Duration drained = payouts.drained(false);
      verdict(plan, payouts, drained);
    }
  }

  private static Map<String, String> shared(EmbeddedPostgres postgres) {
    Map<String, String> environment = new HashMap<>(TwoNodesRun.shared(postgres));
    environment.put("AMENDS_HOOK_HOSTS", "127.0.0.1");
    return environment;
  }

  private static void house(Node node) throws Exception {
    try (Connection record = node.record();
        PreparedStatement insert = record.prepareStatement(HOUSE)) {
      insert.setObject(1, Sql.at(Instant.now()));
      insert.setBytes(2, Tokens.hash(TOKEN));
      insert.executeUpdate();
    }
  }

  private static void order(Payouts payouts, int round) throws Exception {
    try (Connection record = payouts.node().record();
        PreparedStatement insert = record.prepareStatement(ORDER)) {
      insert.setInt(1, round);
      insert.setString(2, payouts.provider().payment(1_000_000, "gbp"));
      insert.setObject(3, Sql.at(Instant.now()));
      insert.executeUpdate();
    }
  }

  private void grantEverywhere(Payouts payouts, List<Node> nodes, int round) throws Exception {
    order(payouts, round);
    long matter = opened(payouts, nodes.getFirst(), round);
    long remedy = payouts.count("select max(id) from remedy where code = 'run'");
    String body =
        "{\"remedy_id\": %d, \"amount\": {\"minor\": 100, \"currency\": \"GBP\"}, \"reason\": \"Run.\"}"
            .formatted(remedy);
    List<Callable<Integer>> asks = new ArrayList<>();
    for (int n = 0; n < ASKED; n++) {
      String key = "run-" + round + "-" + n;
      for (Node node : nodes) {
        asks.add(() -> asked(node, "/api/v1/cases/" + matter + "/remedies", body, key));
      }
    }
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> answer : all.invokeAll(asks)) {
        answers.merge(answer.get(), 1, Integer::sum);
      }
    }
    long given = payouts.count("select count(*) from remedy_grant where subject_id = " + matter);
    if (given != ALLOWED) {
      broken.add(given + " given in case " + matter + ", and the limit allows " + ALLOWED);
    }
  }

  /** Whoever is told that there is too much to do asks again by the same key, as clients do. */
  private int asked(Node node, String path, String body, String key) throws Exception {
    int status = post(node, path, body, key).statusCode();
    for (int n = 0; status == BUSY && n < PATIENCE; n++) {
      busy.incrementAndGet();
      Wait.of(BETWEEN);
      status = post(node, path, body, key).statusCode();
    }
    return status;
  }

  private long opened(Payouts payouts, Node node, int round) throws Exception {
    String body =
        """
        {"customer_external_id": "C-RUN", "subject": "The jug broke", "channel": "phone", "order": "A-RUN-%d",
         "statement": "It broke.", "owner": "team:%d",
         "next": {"words": "We call you.", "due_at": "%s"}}
        """
            .formatted(
                round,
                payouts.count("select min(id) from team"),
                Instant.now().plus(Duration.ofDays(2)));
    HttpResponse<String> opened = post(node, "/api/v1/cases", body, "case-" + System.nanoTime());
    Matcher id = ID.matcher(opened.body());
    if (opened.statusCode() != 201 || !id.find()) {
      throw new AssertionError("no case: " + opened.statusCode() + " " + opened.body());
    }
    return Long.parseLong(id.group(1));
  }

  private HttpResponse<String> post(Node node, String path, String body, String key)
      throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(node.url() + path))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private void verdict(Plan plan, Payouts payouts, Duration drained) throws Exception {
    long grants = payouts.count("select count(*) from remedy_grant");
    broken.addAll(payouts.broken(grants));
    broken.addAll(payouts.checked("I6"));
    broken.addAll(payouts.checked("I7"));
    Verdict.say(
        broken,
        "PayoutNodesRun %s, back %s; %d grants by two programs at once, answered %s (asked again %d times because there was too much to do), %d lines in their ledger; drained after %d s"
            .formatted(
                plan.words("kills -9 of one of two"),
                back,
                grants,
                answers,
                busy.get(),
                payouts.provider().ledger.size(),
                drained.toSeconds()));
  }
}

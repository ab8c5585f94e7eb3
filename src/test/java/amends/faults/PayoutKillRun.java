package amends.faults;

import amends.remedies.pay.FakeRefunds;
import amends.remedies.pay.FakeRefunds.Refund;
import amends.shared.Sql;
import amends.testing.FakeHttp.Mood;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program is killed while it pays, half of the time at the very moment at which the provider
 * has paid and not answered yet (F1, F19). The provider's ledger has each payout once.
 */
@Tag("longrun")
class PayoutKillRun {
  private static final int A_ROUND = 25;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  @TempDir Path here;

  private final AtomicInteger caught = new AtomicInteger();
  private final Times back = new Times();

  @Test
  void paysEachGrantOnceHoweverOftenItIsKilled() throws Exception {
    Plan plan = Plan.asked();
    try (FakeRefunds provider = new FakeRefunds(InstantSource.system());
        Node node = new Node(here.resolve("node"), 9, Map.of("AMENDS_HOOK_HOSTS", "127.0.0.1"))) {
      node.start();
      Opening.day(node);
      connect(node, provider);
      String payment = provider.payment(1_000_000_000, "gbp");
      List<Long> grants = new ArrayList<>();
      ground(node);
      Random moods = new Random(plan.seed());
      for (int round = 0; round < plan.rounds(); round++) {
        grants.addAll(granted(node, payment));
        provider.whim = call -> mood(moods);
        if (round % 2 == 0) {
          killWhenPaid(node, provider);
        }
        Wait.of(plan.peace());
        provider.watcher = call -> {};
        node.kill();
        back.add(node.start());
      }
      provider.whim = call -> null;
      Duration drained = drained(node);
      verdict(plan, node, provider, grants, drained);
    }
  }

  private static synchronized Mood mood(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> Mood.DROPS;
      case 1 -> Mood.SHUTS;
      case 2 -> Mood.BREAKS;
      default -> Mood.WELL;
    };
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

  private void verdict(
      Plan plan, Node node, FakeRefunds provider, List<Long> grants, Duration drained)
      throws Exception {
    List<String> broken = new ArrayList<>();
    Map<String, Long> paid =
        provider.ledger.stream()
            .collect(Collectors.groupingBy(Refund::metaKey, Collectors.counting()));
    paid.forEach((key, times) -> {
      if (times > 1) broken.add("paid " + times + " times: " + key);
    });
    if (paid.size() != grants.size()) {
      broken.add(paid.size() + " paid of " + grants.size() + " granted");
    }
    long open = count(node, "select count(*) from attempt where outcome is null");
    long done = count(node, "select count(*) from attempt where outcome = 'done'");
    if (open > 0) broken.add(open + " are of unknown end");
    if (done != grants.size()) broken.add(done + " done of " + grants.size() + " granted");
    // These grants passed no limit, and so other checks speak of them.
    node.command("check");
    node.said("check").lines().filter(line -> line.startsWith("I6")).forEach(broken::add);
    System.out.printf(
        "VERDICT %s: PayoutKillRun %s (%d in the middle of a payment), back %s; %d grants, %d lines in their ledger, %d calls to pay; drained after %d s%n",
        broken.isEmpty() ? "holds" : "BROKEN",
        plan.words("kills -9"),
        caught.get(),
        back,
        grants.size(),
        provider.ledger.size(),
        provider.posts(),
        drained.toSeconds());
    if (!broken.isEmpty()) {
      throw new AssertionError(String.join("\n", broken));
    }
  }

  /** Whoever held a lease is dead: waiting it out would prove nothing more. */
  private static Duration drained(Node node) {
    return Wait.until(
        "all is paid",
        Duration.ofMinutes(5),
        () -> {
          run(
              node,
              """
              update attempt set leased_until = null, ready_at = made_at
              where done_at is null and (leased_until is null or leased_until < ?)
              """,
              Instant.now().plus(Duration.ofSeconds(150)));
          run(
              node,
              "update pay_connection set paused_until = null where made_at < ?",
              Instant.now());
          Wait.of(Duration.ofMillis(500));
          return count(node, "select count(*) from attempt where outcome is null") == 0;
        });
  }

  private static void ground(Node node) throws SQLException {
    Instant now = Instant.now();
    run(
        node,
        """
        insert into remedy (code, kind, interim, from_day, added_by_kind, added_by_id, added_at)
        values ('run', 'refund', false, '2020-01-01', 'system', 0, ?)
        """,
        now);
    run(
        node,
        """
        insert into authority_limit (line_id, role, currency, per_grant_minor, from_at, set_by_kind, set_by_id, set_at)
        select 77, 'agent', 'GBP', 1000000, t, 'system', 0, t from (select cast(? as timestamptz)) as x(t)
        """,
        now);
    run(
        node,
        """
        insert into customer (kind, name, name_folded, locale, zone, created_at)
        values ('person', 'Run', 'run', 'en-GB', 'Europe/London', ?)
        """,
        now);
  }

  /** As a grant writes it: the order, and a try with its key, in one transaction. */
  private static List<Long> granted(Node node, String payment) throws SQLException {
    List<Long> grants = new ArrayList<>();
    try (Connection record = node.record();
        PreparedStatement insert =
            record.prepareStatement(
                """
                with g as (
                  insert into remedy_grant (subject_kind, subject_id, customer_id, brand_id, team_id, remedy_id, kind, interim,
                    amount_minor, currency, segment, reason, ruled_by, ruled_at, ruled_day, period_begins, counted_for, limit_id,
                    matter_minor, day_minor, period_minor, granted_by_kind, granted_by_id, granted_at)
                  select 'run', 1, c.id, b.id, t.id, r.id, 'refund', false, 100, 'GBP', 'person', 'Run', p.id, x.t, '2026-01-01',
                    '2026-01-01', c.id, l.id, 100, 100, 100, 'person', p.id, x.t
                  from (select cast(? as timestamptz)) as x(t), (select max(id) as id from customer) c,
                    (select min(id) as id from brand) b, (select min(id) as id from team) t,
                    (select max(id) as id from remedy where code = 'run') r,
                    (select max(id) as id from authority_limit) l, (select min(id) as id from person) p
                  returning id, customer_id, granted_at),
                f as (
                  insert into fulfilment (grant_id, what, amount_minor, currency, customer_id, about_kind, about_id, reference, ordered_at)
                  select id, 'money', 100, 'GBP', customer_id, 'run', 1, ?, granted_at from g returning id, grant_id, ordered_at)
                insert into attempt (fulfilment_id, connection_id, carried_by, key, made_at, ready_at)
                select f.id, (select max(id) from pay_connection), 'program', 'amends_run_' || f.grant_id, ordered_at, ordered_at
                from f returning fulfilment_id
                """)) {
      for (int i = 0; i < A_ROUND; i++) {
        insert.setObject(1, Sql.at(Instant.now()));
        insert.setString(2, payment);
        try (ResultSet rs = insert.executeQuery()) {
          rs.next();
          grants.add(rs.getLong(1));
        }
      }
    }
    return grants;
  }

  private static void run(Node node, String sql, Instant at) throws SQLException {
    try (Connection record = node.record();
        PreparedStatement statement = record.prepareStatement(sql)) {
      statement.setObject(1, Sql.at(at));
      statement.executeUpdate();
    }
  }

  private static long count(Node node, String sql) throws SQLException {
    try (Connection record = node.record();
        PreparedStatement statement = record.prepareStatement(sql);
        ResultSet rs = statement.executeQuery()) {
      rs.next();
      return rs.getLong(1);
    }
  }

  /** As the administrator does it. */
  private static void connect(Node node, FakeRefunds provider) throws Exception {
    try (HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
      send(http, node, "/sign-in", Map.of("email", Opening.EMAIL, "password", Opening.PASSWORD));
      send(
          http,
          node,
          "/payments/connections",
          Map.of(
              "kind",
              "stripe",
              "name",
              "Cards",
              "url",
              provider.url(),
              "secret",
              FakeRefunds.SECRET));
    }
    if (count(node, "select count(*) from pay_connection") != 1) {
      throw new AssertionError("the provider was not connected");
    }
  }

  private static void send(HttpClient http, Node node, String path, Map<String, String> fields)
      throws Exception {
    URI page = URI.create(node.url() + path);
    HttpResponse<String> form =
        http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
    Matcher token = TOKEN.matcher(form.body());
    if (!token.find()) throw new AssertionError("no form at " + path + ": " + form.statusCode());
    String body =
        "_csrf="
            + encoded(token.group(1))
            + fields.entrySet().stream()
                .map(f -> "&" + f.getKey() + "=" + encoded(f.getValue()))
                .collect(Collectors.joining());
    http.send(
        HttpRequest.newBuilder(page)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}

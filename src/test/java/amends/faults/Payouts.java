package amends.faults;

import amends.remedies.pay.FakeRefunds;
import amends.remedies.pay.FakeRefunds.Refund;
import amends.shared.Sql;
import amends.testing.FakeHttp.Mood;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Grants that are paid through a provider, and what the record and the provider say of them. */
record Payouts(Node node, FakeRefunds provider) {
  private static final int A_ROUND = 25;
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

  static synchronized Mood mood(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> Mood.DROPS;
      case 1 -> Mood.SHUTS;
      case 2 -> Mood.BREAKS;
      default -> Mood.WELL;
    };
  }

  /** What does not hold, in words: each was paid once, and both sides say so. */
  List<String> broken(long granted) throws SQLException, IOException {
    List<String> broken = new ArrayList<>();
    Map<String, Long> paid =
        provider.ledger.stream()
            .collect(Collectors.groupingBy(Refund::metaKey, Collectors.counting()));
    paid.forEach((key, times) -> {
      if (times > 1) broken.add("paid " + times + " times: " + key);
    });
    if (paid.size() != granted) {
      broken.add(paid.size() + " paid of " + granted + " granted");
    }
    long open = count("select count(*) from attempt where outcome is null");
    long done = count("select count(*) from attempt where outcome = 'done'");
    if (open > 0) broken.add(open + " are of unknown end");
    if (done != granted) broken.add(done + " done of " + granted + " granted");
    return broken;
  }

  /** What the checks say of it; only of what was given past every limit they say more. */
  List<String> checked(String code) throws IOException {
    node.command("check");
    return node.said("check").lines().filter(line -> line.startsWith(code)).toList();
  }

  /**
   * @param alone whether whoever held a lease is dead: waiting it out would prove nothing more
   */
  Duration drained(boolean alone) {
    try {
      return Wait.until(
          "all is paid",
          Duration.ofMinutes(6),
          () -> {
            run(
                """
                update attempt set leased_until = null, ready_at = made_at
                where done_at is null and (leased_until is null or leased_until < ?)
                """,
                alone ? Instant.now().plus(Duration.ofSeconds(150)) : Instant.now());
            run("update pay_connection set paused_until = null where made_at < ?", Instant.now());
            Wait.of(Duration.ofMillis(500));
            return count("select count(*) from attempt where outcome is null") == 0;
          });
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + ", but: " + open(), e);
    }
  }

  /** How it stands with what has no end yet. */
  private String open() {
    try (Connection record = node.record();
        PreparedStatement statement =
            record.prepareStatement(
                """
                select string_agg(n || ' of ' || open, '; ') from (
                  select count(*) as n, concat_ws(', ', 'tried ' || attempts || ' times',
                    'done ' || done_at, 'ready ' || ready_at, 'leased until ' || leased_until,
                    'called ' || called_at, 'asking ' || asking, carried_by, trouble, person_why, why) as open
                  from attempt where outcome is null group by 2 order by 1 desc limit 20) as x
                """);
        ResultSet rs = statement.executeQuery()) {
      rs.next();
      return rs.getString(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  void ground() throws SQLException {
    Instant now = Instant.now();
    run(
        """
        insert into remedy (code, kind, interim, from_day, added_by_kind, added_by_id, added_at)
        values ('run', 'refund', false, '2020-01-01', 'system', 0, ?)
        """,
        now);
    run(
        """
        insert into authority_limit (line_id, role, currency, per_grant_minor, from_at, set_by_kind, set_by_id, set_at)
        select 77, 'agent', 'GBP', 1000000, t, 'system', 0, t from (select cast(? as timestamptz)) as x(t)
        """,
        now);
    run(
        """
        insert into customer (kind, name, name_folded, locale, zone, created_at)
        values ('person', 'Run', 'run', 'en-GB', 'Europe/London', ?)
        """,
        now);
  }

  /** As a grant writes it: the order, and a try with its key, in one transaction. */
  List<Long> granted(String payment) throws SQLException {
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

  void run(String sql, Instant at) throws SQLException {
    try (Connection record = node.record();
        PreparedStatement statement = record.prepareStatement(sql)) {
      statement.setObject(1, Sql.at(at));
      statement.executeUpdate();
    }
  }

  long count(String sql) throws SQLException {
    try (Connection record = node.record();
        PreparedStatement statement = record.prepareStatement(sql);
        ResultSet rs = statement.executeQuery()) {
      rs.next();
      return rs.getLong(1);
    }
  }

  /** As the administrator does it: whoever pays, and that money goes through them. */
  void connect(String url) throws Exception {
    try (HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
      send(
          http,
          "/sign-in",
          "/sign-in",
          Map.of("email", Opening.EMAIL, "password", Opening.PASSWORD));
      send(
          http,
          "/payments/connections",
          "/payments/connections",
          Map.of("kind", "stripe", "name", "Cards", "url", url, "secret", FakeRefunds.SECRET));
      send(
          http,
          "/payments/connections",
          "/payments/routes",
          Map.of("what", "money", "connection", "" + count("select max(id) from pay_connection")));
    }
    if (count("select count(*) from pay_connection") != 1
        || count("select count(*) from pay_route") != 1) {
      throw new AssertionError("the provider was not connected");
    }
  }

  private void send(HttpClient http, String page, String path, Map<String, String> fields)
      throws Exception {
    URI at = URI.create(node.url() + page);
    HttpResponse<String> form =
        http.send(HttpRequest.newBuilder(at).build(), BodyHandlers.ofString());
    Matcher token = TOKEN.matcher(form.body());
    if (!token.find()) throw new AssertionError("no form at " + page + ": " + form.statusCode());
    String body =
        "_csrf="
            + encoded(token.group(1))
            + fields.entrySet().stream()
                .map(f -> "&" + f.getKey() + "=" + encoded(f.getValue()))
                .collect(Collectors.joining());
    http.send(
        HttpRequest.newBuilder(URI.create(node.url() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}

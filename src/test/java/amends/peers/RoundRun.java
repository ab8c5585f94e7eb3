package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.app.postgres.EmbeddedPostgres;
import amends.app.postgres.Options;
import amends.faults.Node;
import amends.faults.Opening;
import amends.faults.Wait;
import amends.peers.Visitor.Answer;
import amends.testing.FakeRelay;
import amends.testing.FakeRelay.Got;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P15, F7: a reply to many goes out through two programs on one database, and one of them is killed
 * at random again and again: everybody gets it, and whoever gets it twice was counted.
 */
@Tag("longrun")
class RoundRun {
  private static final Duration DRAINED = Duration.ofMinutes(6);

  @TempDir Path here;

  @Test
  void everybodyGetsItThoughProgramsAreKilled() throws Exception {
    int many = Integer.getInteger("faults.recipients", 300);
    int kills = Integer.getInteger("faults.rounds", 5);
    long seed = Long.getLong("faults.seed", System.nanoTime());
    Random random = new Random(seed);
    var options = Options.in(here.resolve("postgres")).with("shared_buffers", "64MB");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options).keepAlive();
        FakeRelay relay = new FakeRelay();
        Node first = new Node(here.resolve("first"), relay.port(), shared(postgres));
        Node second = new Node(here.resolve("second"), relay.port(), shared(postgres))) {
      first.start();
      Opening.day(first);
      second.start();
      try (Connection record = first.record()) {
        for (int i = 0; i < many; i++) {
          write(first.mailPort(), i);
        }
        Wait.until("all are cases", DRAINED, () -> count(record, OWED) == 0);
        send(first.url(), cases(record));
        for (int i = 0; i < kills; i++) {
          long until = System.nanoTime() + Duration.ofMillis(200 + random.nextInt(1_500)).toNanos();
          Wait.until("a while", Duration.ofSeconds(5), () -> System.nanoTime() > until);
          Node one = random.nextBoolean() ? first : second;
          one.kill();
          one.start();
        }
        Wait.until("all are written", DRAINED, () -> count(record, WRITTEN) == many);
        Wait.until("all are sent", DRAINED, () -> count(record, OWED) == 0);
        judge(record, relay, many);
        System.out.printf(
            "VERDICT holds: RoundRun %d people, %d kills of one of two, seed %d; %d mails arrived, %d tries counted as of unknown end%n",
            many, kills, seed, round(relay).size(), count(record, AMBIGUOUS));
      }
    }
  }

  private static final String WORDS = "The wrong lids were sent";
  private static final String OWED =
      """
      select (select count(*) from inbound where done_at is null)
        + (select count(*) from delivery where done_at is null)
      """;
  private static final String WRITTEN =
      "select count(*) from message where kind = 'reply' and direction = 'out'";
  private static final String AMBIGUOUS = "select coalesce(sum(ambiguous_tries), 0) from delivery";

  private static void write(int port, int number) throws java.io.IOException {
    String who = "round-" + number + "@customer.example";
    String mail =
        "From: %1$s\r\nTo: help@amends.localhost\r\nSubject: Lids\r\nMessage-ID: <%1$s>\r\n\r\nThe lid does not fit, says %1$s.\r\n"
            .formatted(who);
    try (var door = new amends.testing.Sender(port)) {
      String said =
          door.send(
              who,
              "help@amends.localhost",
              mail.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      assertThat(said).startsWith("250");
    }
  }

  private static void send(String url, List<Long> cases) {
    Visitor ada = new Visitor(url, "");
    Answer in =
        ada.submit("/sign-in", "/sign-in", "email", Opening.EMAIL, "password", Opening.PASSWORD);
    assertThat(in.status()).isEqualTo(302);
    for (int from = 0; from < cases.size(); from += 200) {
      List<Long> some = cases.subList(from, Math.min(cases.size(), from + 200));
      List<String> fields =
          new ArrayList<>(ada.get("/rounds/new?pick=" + some.getFirst()).hidden());
      some.forEach(id -> fields.addAll(List.of("pick", "" + id)));
      fields.addAll(List.of("text", WORDS + ".", "nothing_more", "yes"));
      Answer made = ada.post("/rounds", fields);
      assertThat(made.status()).as(made.text()).isEqualTo(302);
      String at = made.header("Location").replaceFirst("^https?://[^/]+", "");
      assertThat(ada.submit(at, at + "/sending").status()).isEqualTo(302);
    }
  }

  private static List<Got> round(FakeRelay relay) {
    return relay.got().stream().filter(got -> Letters.words(got).contains(WORDS)).toList();
  }

  private static void judge(Connection record, FakeRelay relay, int many) throws SQLException {
    Map<String, List<Got>> all = round(relay).stream().collect(Collectors.groupingBy(Got::to));
    assertThat(all).as("whom it reached").hasSize(many);
    for (Map.Entry<String, List<Got>> one : all.entrySet()) {
      long counted =
          count(
              record,
              "select max(d.ambiguous_tries) from delivery d join message m on m.id = d.message_id where m.kind = 'reply' and d.address = '"
                  + one.getKey()
                  + "'");
      assertThat(one.getValue().size()).as(one.getKey()).isLessThanOrEqualTo((int) counted + 1);
      assertThat(
              one.getValue().stream().map(g -> g.header("Message-ID")).collect(Collectors.toSet()))
          .as(one.getKey())
          .hasSize(1);
    }
    assertThat(
            all.values().stream()
                .map(got -> got.getFirst().header("Message-ID"))
                .collect(Collectors.toSet()))
        .hasSize(many);
    assertThat(count(record, WRITTEN)).isEqualTo(many);
  }

  private static List<Long> cases(Connection record) throws SQLException {
    List<Long> all = new ArrayList<>();
    try (Statement statement = record.createStatement();
        ResultSet rs = statement.executeQuery("select id from amends_case order by id")) {
      while (rs.next()) all.add(rs.getLong(1));
    }
    return all;
  }

  private static long count(Connection record, String sql) throws SQLException {
    try (Statement statement = record.createStatement();
        ResultSet rs = statement.executeQuery(sql)) {
      rs.next();
      return rs.getLong(1);
    }
  }

  private static Map<String, String> shared(EmbeddedPostgres postgres) {
    return Map.of(
        "AMENDS_DATABASE_URL", postgres.jdbcUrl(),
        "AMENDS_DATABASE_USER", postgres.programUser(),
        "AMENDS_DATABASE_PASSWORD", postgres.programPassword(),
        "AMENDS_DATABASE_OWNER", postgres.ownerUser(),
        "AMENDS_DATABASE_OWNER_PASSWORD", postgres.ownerPassword(),
        "AMENDS_UNDO_SECONDS", "0",
        "AMENDS_KEYS", "1:" + "4a".repeat(32));
  }
}

package amends.faults;

import static org.assertj.core.api.Assertions.assertThat;

import amends.app.postgres.EmbeddedPostgres;
import amends.app.postgres.Options;
import amends.testing.FakeRelay;
import amends.testing.FakeRelay.Got;
import amends.testing.FakeRelay.Mood;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P15: two programs carry one broadcast to a thousand people, and one of them is killed again and
 * again. Everybody gets it; whoever gets it twice gets the same mail, and they are no more than the
 * kills.
 */
@Tag("longrun")
class BroadcastNodesRun {
  private static final int PEOPLE = 1_000;
  private static final int KILLS = 10;

  /** So long a provider thinks about a recipient. */
  private static final Duration THOUGHT = Duration.ofMillis(800);

  /** What a killed courier had in hand is taken up when its lease is over. */
  private static final Duration PATIENCE = Duration.ofMinutes(8);

  @TempDir Path here;

  private final Times back = new Times();
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  @Test
  void everybodyGetsItAndTheDoublesAreNoMoreThanTheKills() throws Exception {
    Plan plan = Plan.asked();
    var options = Options.in(here.resolve("postgres")).with("shared_buffers", "64MB");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(options).keepAlive();
        FakeRelay relay = new FakeRelay();
        Node first = new Node(here.resolve("first"), relay.port(), TwoNodesRun.shared(postgres));
        Node second =
            new Node(here.resolve("second"), relay.port(), TwoNodesRun.shared(postgres))) {
      relay.moodFor(this::thinks);
      TwoNodesRun.startTogether(first, second);
      Opening.day(first, second);
      begin(postgres);
      for (int kill = 0; kill < KILLS; kill++) {
        Wait.of(plan.peace());
        Node one = plan.coin() ? first : second;
        one.kill();
        back.add(one.start());
      }
      try (Books books = new Books(first.record())) {
        Duration drained =
            Wait.until(
                "everything has left",
                PATIENCE,
                () ->
                    books.count("select count(*) from delivery where mass and done_at is null")
                        == 0);
        judge(
            books,
            relay.got(),
            "%s, back %s, drained after %d s"
                .formatted(
                    new Plan(KILLS, plan.seed(), plan.random()).words("kills -9 of one of two"),
                    back,
                    drained.toSeconds()));
      }
    }
  }

  /** Once for each try that reaches it: the mail itself is not there yet. */
  private Mood thinks(String recipient) {
    if (asked.add(recipient + Thread.currentThread().threadId())) {
      Wait.of(THOUGHT);
    }
    return Mood.TAKE;
  }

  private static void begin(EmbeddedPostgres postgres) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.ownerUser(), postgres.ownerPassword());
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String step : STEPS) {
        statement.execute(step.formatted(PEOPLE));
      }
      connection.commit();
    }
  }

  private static final List<String> STEPS =
      List.of(
          """
          with made as (
            insert into customer (kind, name, name_folded, locale, zone, created_at)
            select 'person', 'Ann Berg', 'ann berg', 'en', 'UTC', now() from generate_series(1, %d)
            returning id)
          insert into contact_point (customer_id, channel, address, address_norm, preferred, added_at)
          select id, 'email', 'c' || id || '@town.example', 'c' || id || '@town.example', true, now()
          from made
          """,
          """
          insert into message (direction, channel, about_kind, about_id, customer_id, brand_id,
            author_kind, author_id, address, name, subject, body, reply_text, kind, automatic, rfc_id,
            occurred_at, nothing_more, purpose, onward)
          select 'out', 'email', 'broadcast', 0, 0, min(id), 'system', 0, '', '', 'Your heater',
            'Hello {first name}.', '', 'broadcast', false, 'wave', now(), true, 'service', true from brand
          """,
          """
          insert into broadcast (brand_id, purpose, subject, body, ways, made_by_kind, made_by_id,
            made_at, audience, audience_asks, list_asked_at, frozen_at, people, reachable, started_at,
            started_by_kind, started_by_id, leaves_at, message_id)
          select brand_id, 'service', subject, body, 'email', 'system', 0, now(), 'everyone', '{}',
            now(), now(), %1$d, %1$d, now(), 'system', 0, now(), id from message where rfc_id = 'wave'
          """,
          """
          insert into broadcast_person (broadcast_id, no, customer_id, channel, address)
          select (select max(id) from broadcast), row_number() over (order by k.id), k.customer_id,
            k.channel, k.address
          from contact_point k where k.address like '%%@town.example'
          """,
          """
          insert into broadcast_job (broadcast_id, kind, ready_at)
          select max(id), 'expand', now() from broadcast
          """);

  private static void judge(Books books, List<Got> got, String what) throws SQLException {
    Map<String, List<Got>> each = got.stream().collect(Collectors.groupingBy(Got::to));
    int doubles = got.size() - each.size();
    long counted = books.count("select count(*) from delivery where mass and ambiguous_tries > 0");
    System.out.printf(
        "BroadcastNodesRun %s: %d mails to %d people, %d doubles; %d deliveries of which nobody knew"
            + " for a time whether they had left%n",
        what, got.size(), each.size(), doubles, counted);
    assertThat(each).hasSize(PEOPLE);
    assertThat(doubles).as("doubles").isLessThanOrEqualTo(KILLS);
    each.values()
        .forEach(mails ->
            assertThat(new HashSet<>(mails.stream().map(m -> m.header("Message-ID")).toList()))
                .hasSize(1));
    assertThat(got.stream().map(m -> m.header("Message-ID")).collect(Collectors.toSet()))
        .hasSize(PEOPLE);
  }
}

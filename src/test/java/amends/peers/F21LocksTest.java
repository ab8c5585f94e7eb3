package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.faults.Wait;
import amends.peers.Visitor.Answer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** F21: whoever holds a row holds up nobody for long, and nothing that was said is lost. */
class F21LocksTest {
  private static final Duration BOUND = Duration.ofSeconds(20);

  private final House house = House.open();

  private long opened(String name) {
    return house.writes(name, "A lock of " + name, "It jams.");
  }

  private Answer note(long id, String key) {
    return house.api.json("POST", "/api/v1/cases/" + id + "/notes", "{\"text\": \"Hm.\"}", key);
  }

  private static void say(Connection session, String sql) throws SQLException {
    try (Statement statement = session.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void aRowThatIsHeldIsWaitedForWithinBoundsAndTheTryAgainIsDoneOnce() throws Exception {
    long held = opened("held");
    long free = opened("free");
    String reply =
        house
            .caught("held@customer.example")
            .getFirst()
            .header("Reply-To")
            .replaceFirst("(?s).*<", "")
            .replace(">", "")
            .strip();
    try (Connection session = house.record()) {
      session.setAutoCommit(false);
      say(session, "select 1 from amends_case where id = " + held + " for update");
      long began = System.nanoTime();
      Answer refused = note(held, "f21-held");
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(BOUND);
      assertThat(refused.status()).as(refused.text()).isIn(409, 503);
      assertThat(refused.header("Retry-After")).isNotEmpty();
      assertThat(note(free, "f21-free").status()).as("others go on").isEqualTo(201);
      assertThat(house.stranger().get("/health").status()).isEqualTo(200);
      String head =
          "From: held <held@customer.example>\r\nTo: %s\r\nSubject: Re: A lock\r\n"
              .formatted(reply);
      assertThat(house.mail("held@customer.example", head, "Are you there?")).startsWith("250");
      session.rollback();
    }
    assertThat(note(held, "f21-held").status()).isEqualTo(201);
    assertThat(note(held, "f21-held").header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(house.count("select count(*) from note where case_id = " + held)).isEqualTo(1);
    Wait.until(
        "the mail is in its case",
        Duration.ofSeconds(90),
        () ->
            house.count(
                    "select count(*) from message where direction = 'in' and reply_text like 'Are you there?%'")
                == 1);
  }

  @Test
  void aDeadlockIsTriedAgainAndNobodyHearsOfIt() throws Exception {
    long id = opened("knot");
    long promise = house.api.get("/api/v1/cases/" + id).at("/promises/0/id").asLong();
    try (Connection session = house.record()) {
      session.setAutoCommit(false);
      say(session, "select 1 from promise where id = " + promise + " for update");
      CompletableFuture<Answer> settling =
          CompletableFuture.supplyAsync(() ->
              house.api.json(
                  "POST",
                  "/api/v1/cases/" + id + "/calls",
                  "{\"direction\": \"in\", \"words\": \"All is well.\", \"nothing_more\": true}",
                  "f21-knot"));
      Wait.until(
          "the act waits for the promise",
          Duration.ofSeconds(10),
          () -> house.count("select count(*) from pg_locks where not granted") > 0);
      try {
        say(session, "select 1 from amends_case where id = " + id + " for update");
        session.commit();
      } catch (SQLException e) {
        assertThat(e.getSQLState()).as("one of the two has to give way").isEqualTo("40P01");
        session.rollback();
      }
      Answer done = settling.join();
      assertThat(done.status()).as(done.text()).isEqualTo(201);
    }
    assertThat(house.count("select count(*) from call where case_id = " + id)).isEqualTo(1);
  }
}

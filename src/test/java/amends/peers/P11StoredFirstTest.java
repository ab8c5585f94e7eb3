package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.faults.Wait;
import jakarta.mail.Flags;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * P11: the door says 250 only for what is stored for good, and a mailbox is not touched. Kills of
 * the program and of its PostgreSQL are {@code KillProgramRun} and {@code KillPostgresRun}; what a
 * mailbox does while the database is away stands in {@code MailboxTest}.
 */
class P11StoredFirstTest {
  private final House house = House.open();

  private static String mail(String who) {
    return "From: %1$s\nTo: help@amends.localhost\nSubject: Kept\nMessage-ID: <kept-%1$s>\n\nIt broke.\n"
        .formatted(who);
  }

  @Test
  void whatCannotBeStoredIsPutOffAndTakenOnceWhenItComesAgain() throws Exception {
    String who = "put-off@customer.example";
    try (Connection session = house.record();
        Statement statement = session.createStatement()) {
      session.setAutoCommit(false);
      statement.execute("lock table inbound in exclusive mode");
      long began = System.nanoTime();
      assertThat(house.post(who, House.HELP, mail(who))).startsWith("451");
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
      session.rollback();
    }
    assertThat(house.post(who, House.HELP, mail(who))).startsWith("250");
    assertThat(house.post(who, House.HELP, mail(who))).startsWith("250");
    house.settle();
    assertThat(house.caseOf(who).at("/state").asString()).isEqualTo("open");
    assertThat(house.count("select count(*) from inbound where envelope_from = '" + who + "'"))
        .isEqualTo(1);
  }

  @Test
  void aMailboxKeepsItsMailAsItWasUntilItIsStoredAndAfterwards() throws Exception {
    String who = "by-imap@customer.example";
    try (Post post = new Post(house, "kept")) {
      try (Connection session = house.record();
          Statement statement = session.createStatement()) {
        session.setAutoCommit(false);
        statement.execute("lock table inbound in exclusive mode");
        post.put(mail(who));
        Wait.until(
            "it is being stored",
            Duration.ofSeconds(20),
            () -> house.count("select count(*) from pg_locks where not granted") > 0);
        assertThat(flags(post)).isTrue();
        session.rollback();
      }
      Wait.until(
          "it is stored",
          Duration.ofSeconds(90),
          () ->
              house.count(
                      "select count(*) from inbound where done_at is not null and message_id like 'kept-by-imap%'")
                  == 1);
      assertThat(house.caseOf(who).at("/state").asString()).isEqualTo("open");
      assertThat(flags(post)).as("neither read nor removed").isTrue();
    }
  }

  private static boolean flags(Post post) throws Exception {
    return post.all().size() == 1
        && post.all().stream()
            .noneMatch(m ->
                m.getFlags().contains(Flags.Flag.SEEN)
                    || m.getFlags().contains(Flags.Flag.DELETED));
  }
}

package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.faults.Wait;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * P10: nobody is told of a case that was not kept. The database fails in the middle of opening it;
 * that a killed program tells of no ghosts either is shown by {@code KillProgramRun}.
 */
class P10GhostsTest {
  private static final Pattern PAGE = Pattern.compile("/c/[\\w-]{22}");
  private static final List<String> WHO = List.of("ghost-1", "ghost-2", "ghost-3");

  private final House house = House.open();

  private long tries() {
    return house.count(
        "select coalesce(sum(attempts), 0) from inbound where done_at is null and envelope_from like 'ghost-%'");
  }

  private void write(String name) {
    String who = name + "@customer.example";
    String said =
        house.mail(
            who,
            "From: %s <%s>\r\nTo: %s\r\nSubject: Ghost\r\n".formatted(name, who, House.HELP),
            "It broke, says " + name);
    assertThat(said).startsWith("250");
  }

  @Test
  void whatFailsHalfWayIsToldNobodyAndDoneOnceLater() throws Exception {
    try (Connection session = house.record();
        Statement statement = session.createStatement()) {
      session.setAutoCommit(false);
      // The case is written before its promise is.
      statement.execute("lock table promise in share mode");
      WHO.forEach(this::write);
      Wait.until("each was tried twice", Duration.ofSeconds(60), () -> tries() >= 6);
      for (String name : WHO) {
        assertThat(house.caught(name + "@customer.example")).as(name).isEmpty();
      }
      assertThat(house.count("select count(*) from amends_case where subject = 'Ghost'")).isZero();
      session.rollback();
    }
    house.settle();
    Set<Long> numbers = new TreeSet<>();
    for (String name : WHO) {
      String who = name + "@customer.example";
      assertThat(house.caught(who)).as(name).hasSize(1);
      String page =
          PAGE.matcher(Letters.words(house.caught(who).getFirst()))
              .results()
              .map(match -> match.group())
              .collect(Collectors.joining());
      assertThat(house.stranger().get(page).text()).contains("It broke, says " + name);
      numbers.add(house.caseOf(who).at("/id").asLong());
      assertThat(
              house
                  .api
                  .get("/api/v1/cases/" + house.caseOf(who).at("/id").asLong())
                  .at("/statements")
                  .size())
          .as("read, not only kept")
          .isPositive();
    }
    assertThat(numbers).as("each has a number of its own").hasSize(WHO.size());
  }
}

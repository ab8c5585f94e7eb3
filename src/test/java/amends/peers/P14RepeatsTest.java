package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.faults.Wait;
import amends.testing.FakeRelay.Got;
import amends.testing.FakeRelay.Mood;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * P14, F8: a mail server that keeps a mail and hangs up gets the same mail again, under the same
 * identifier, a bounded number of times; the owner sees how it ended.
 */
class P14RepeatsTest {
  private static final int MOST = 6;

  private final House house = House.open();

  @AfterEach
  void well() {
    house.treats("dropped-once@customer.example", Mood.TAKE);
    house.treats("dropped-always@customer.example", Mood.TAKE);
  }

  private void write(String name) {
    String who = name + "@customer.example";
    house.mail(
        who,
        "From: %s <%s>\r\nTo: %s\r\nSubject: Repeats\r\n".formatted(name, who, House.HELP),
        "It broke.");
    house.settle();
  }

  private void caught(String who, int times) {
    Wait.until(times + " arrived", Duration.ofSeconds(30), () -> house.caught(who).size() >= times);
    house.settle();
  }

  private static void areOne(List<Got> all) {
    assertThat(all.stream().map(got -> got.header("Message-ID")).collect(Collectors.toSet()))
        .hasSize(1);
    assertThat(all).allSatisfy(got -> assertThat(got.raw()).isEqualTo(all.getFirst().raw()));
  }

  @Test
  void aLineThatBreaksAfterTheDataIsTriedAgainUnderTheSameIdentifier() {
    String who = "dropped-once@customer.example";
    house.treats(who, Mood.TAKE_AND_DROP);
    write("dropped-once");
    caught(who, 1);
    house.treats(who, Mood.TAKE);
    house.hurry(who);
    caught(who, 2);
    house.hurry(who);
    house.settle();
    assertThat(house.caught(who)).hasSize(2);
    areOne(house.caught(who));
    long id = house.caseOf(who).at("/id").asLong();
    assertThat(
            house
                .api
                .get("/api/v1/cases/" + id + "/messages")
                .at("/items")
                .valueStream()
                .filter(m -> m.at("/direction").asString().equals("out"))
                .map(m -> m.at("/delivered_at").asString())
                .toList())
        .hasSize(1)
        .doesNotContain("null", "");
    assertThat(house.count("select ambiguous_tries from delivery where address = '" + who + "'"))
        .as("counted as of unknown end")
        .isEqualTo(1);
  }

  @Test
  void aServerThatNeverSaysYesGetsItAFewTimesAndThenAPersonHearsOfIt() {
    String who = "dropped-always@customer.example";
    house.treats(who, Mood.TAKE_AND_DROP);
    write("dropped-always");
    for (int time = 1; time <= MOST; time++) {
      caught(who, time);
      house.hurry(who);
    }
    for (int more = 0; more < 3; more++) {
      house.hurry(who);
      house.settle();
    }
    assertThat(house.caught(who)).hasSize(MOST);
    areOne(house.caught(who));
    long id = house.caseOf(who).at("/id").asLong();
    assertThat(house.api.get("/api/v1/cases/" + id + "/messages").text())
        .containsPattern("\"failed_at\":\"20");
    assertThat(house.administrator.get("/cases/" + id).text())
        .contains("Nobody knows whether it reached " + who + ". It hung up before it answered.");
  }
}

package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.faults.Wait;
import amends.peers.Visitor.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * P23: what belongs to others is not there for who may not know of it, by whatever door. Every
 * route for every kind of person stands in {@code RoutesTest} and {@code ApiRoutesTest}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class P23OthersThingsTest {
  private final House house = House.open();
  private long id;
  private Visitor stranger;
  private Visitor limited;

  @BeforeAll
  void anAgentOfAnotherTeam() {
    id = house.writes("xenia", "The secret kettle", "It whistles the tune 4711.");
    long workshop = house.newTeam("Workshop of peers");
    stranger = house.colleague("Sam Peer", "agent", workshop);
    limited =
        new Visitor(
            house.url(),
            house.token("Limited", workshop, "cases:*", "messages:*", "promises:*", "work:*"));
  }

  private static String bare(Answer answer) {
    return answer
        .text()
        .replaceAll("[0-9a-f]{16}", "#")
        .replaceAll("value=\"[^\"]*\"", "")
        .replaceAll("\\d+", "#");
  }

  @Test
  void hiddenAndMissingAreAlike() {
    for (String rest : List.of("", "/settlement", "/customer", "/owner", "/waiting", "/closure")) {
      Answer hidden = stranger.get("/cases/" + id + rest);
      Answer missing = stranger.get("/cases/99999999" + rest);
      assertThat(hidden.status()).as(rest).isEqualTo(404);
      assertThat(missing.status()).as(rest).isEqualTo(404);
      assertThat(bare(hidden)).as(rest).isEqualTo(bare(missing));
    }
    for (String rest : List.of("", "/messages")) {
      Answer hidden = limited.get("/api/v1/cases/" + id + rest);
      Answer missing = limited.get("/api/v1/cases/99999999" + rest);
      assertThat(hidden.status()).isEqualTo(404);
      assertThat(hidden.at("/detail")).isEqualTo(missing.at("/detail"));
      assertThat(hidden.at("/type")).isEqualTo(missing.at("/type"));
    }
  }

  @Test
  void noActReachesItAndNoneChangesIt() {
    String before = house.api.get("/api/v1/cases/" + id).text();
    for (String act :
        List.of("/replies", "/notes", "/settlement", "/owner", "/closure", "/links", "/merge")) {
      Answer answer =
          stranger.submit(
              "/profile", "/cases/" + id + act, "text", "x", "owner", "team:1", "other", "" + id);
      assertThat(answer.status()).as(act).isEqualTo(404);
    }
    for (String act : List.of("/replies", "/notes")) {
      assertThat(
              limited
                  .json("POST", "/api/v1/cases/" + id + act, "{\"text\": \"x\"}", "p23" + act)
                  .status())
          .isEqualTo(404);
    }
    assertThat(limited.json("PATCH", "/api/v1/cases/" + id, "{\"asks\": \"x\"}", "").status())
        .isEqualTo(404);
    assertThat(house.api.get("/api/v1/cases/" + id).text()).isEqualTo(before);
  }

  @Test
  void searchListsCountsAndQueueDoNotTellOfIt() {
    for (String path :
        List.of(
            "/search?q=whistles",
            "/search?q=" + id,
            "/search?q=secret+kettle",
            "/cases?view=all",
            "/cases?view=unowned",
            "/agenda")) {
      assertThat(stranger.get(path).text())
          .as(path)
          .doesNotContain("The secret kettle", "whistles the tune");
    }
    Wait.until(
        "the search knows it",
        Duration.ofSeconds(30),
        () ->
            house
                .administrator
                .get("/search?q=secret+kettle")
                .text()
                .contains("The secret kettle"));
    for (String path : List.of("/api/v1/cases", "/api/v1/promises", "/api/v1/work?view=all")) {
      assertThat(limited.get(path).at("/items").size()).as(path).isZero();
    }
    assertThat(limited.get("/api/v1/cases?customer_id=1&owner=nobody").at("/items").size())
        .isZero();
  }

  @Test
  void itsMessagesAndPromisesAreNotThereByTheirNumbersEither() {
    long promise = house.api.get("/api/v1/cases/" + id).at("/promises/0/id").asLong();
    long message = house.api.get("/api/v1/cases/" + id + "/messages").at("/items/0/id").asLong();
    assertThat(limited.get("/api/v1/promises/" + promise).status()).isEqualTo(404);
    assertThat(limited.get("/api/v1/messages/" + message).status()).isEqualTo(404);
    assertThat(
            limited
                .json(
                    "POST",
                    "/api/v1/promises/" + promise + "/release",
                    "{\"said_in\": \"message:" + message + "\"}",
                    "p23-release")
                .status())
        .isEqualTo(404);
  }
}

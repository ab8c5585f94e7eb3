package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.faults.Wait;
import amends.peers.Visitor.Answer;
import amends.testing.FakeRelay.Got;
import amends.testing.FakeRelay.Mood;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * P15, F9: one reply to many reaches each of them once, each under an identifier of its own, though
 * some are put off and one is refused. Two programs of which one is killed: {@code RoundRun}.
 */
class P15EveryoneOnceTest {
  private static final int MANY = 24;
  private static final String REFUSED = "round-3@customer.example";
  private static final String DROPPED = "round-5@customer.example";

  private final House house = House.open();

  private static String address(int number) {
    return "round-" + number + "@customer.example";
  }

  private long open(int number) {
    String name = "round-" + number;
    house.api.json(
        "POST",
        "/api/v1/customers",
        "{\"name\": \"%1$s\", \"external_id\": \"%1$s\", \"contacts\": [{\"channel\": \"email\", \"address\": \"%2$s\"}]}"
            .formatted(name, address(number)),
        name);
    String due = Instant.now().plus(9, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS).toString();
    Answer opened =
        house.api.json(
            "POST",
            "/api/v1/cases",
            "{\"customer_external_id\": \"%s\", \"subject\": \"A round\", \"channel\": \"phone\", \"statement\": \"It broke.\", \"owner\": \"team:%d\", \"next\": {\"words\": \"We call.\", \"due_at\": \"%s\"}}"
                .formatted(name, house.team(), due),
            "open-" + name);
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    return opened.at("/matter/id").asLong();
  }

  private String written(List<Long> cases) {
    String at = "/rounds/new?pick=" + cases.getFirst();
    List<String> fields = new ArrayList<>(house.administrator.get(at).hidden());
    cases.forEach(id -> fields.addAll(List.of("pick", "" + id)));
    fields.addAll(
        List.of("text", "We are sorry: the wrong lids were sent.", "nothing_more", "yes"));
    Answer made = house.administrator.post("/rounds", fields);
    assertThat(made.status()).as(made.text()).isEqualTo(302);
    return made.header("Location").replaceFirst("^https?://[^/]+", "");
  }

  @Test
  void eachGetsItOnceThoughTheServerPutsOffRefusesAndHangsUp() {
    List<Long> cases = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      cases.add(open(i));
      house.treats(address(i), i % 2 == 0 ? Mood.PUT_OFF_DATA : Mood.TAKE);
    }
    house.treats(REFUSED, Mood.REFUSE_RECIPIENT);
    house.treats(DROPPED, Mood.TAKE_AND_DROP);
    String round = written(cases);
    assertThat(house.administrator.submit(round, round + "/sending").status()).isEqualTo(302);
    house.administrator.submit(round, round + "/sending");
    Wait.until(
        "each was tried",
        Duration.ofSeconds(60),
        () ->
            house.count(
                    "select count(*) from delivery where address like 'round-%' and attempts > 0 and leased_until is null")
                == MANY);
    assertThat(spread())
        .as("those that were put off come back at different moments")
        .isGreaterThan(MANY / 4);
    for (int i = 0; i < MANY; i++) {
      if (!address(i).equals(REFUSED)) house.treats(address(i), Mood.TAKE);
    }
    house.hurry("round-%");
    house.settle();
    house.hurry("round-%");
    house.settle();
    Map<String, List<Got>> all =
        house.caught().stream()
            .filter(got -> got.to().startsWith("round-"))
            .collect(Collectors.groupingBy(Got::to));
    assertThat(all).hasSize(MANY - 1).doesNotContainKey(REFUSED);
    all.forEach((to, got) -> assertThat(got).as(to).hasSize(to.equals(DROPPED) ? 2 : 1));
    assertThat(
            all.values().stream()
                .flatMap(List::stream)
                .map(got -> got.header("Message-ID"))
                .collect(Collectors.toSet()))
        .as("an identifier for each person, the same for each try")
        .hasSize(MANY - 1);
    long refused = cases.get(3);
    assertThat(house.administrator.get("/cases/" + refused).text())
        .as("whom it did not reach is shown, with the server's word")
        .contains("no such person");
    assertThat(house.api.get("/api/v1/cases/" + refused + "/messages").text())
        .containsPattern("\"failed_at\":\"20");
  }

  private long spread() {
    return house.count(
        "select count(distinct date_trunc('milliseconds', ready_at)) from delivery where address like 'round-%' and done_at is null");
  }
}

package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.Breaches;
import amends.cases.Proposal;
import amends.customers.Customers;
import amends.goods.Goods;
import amends.goods.OrderSheet;
import amends.promises.Guarantee.Cover;
import amends.promises.Guarantees;
import amends.shared.Actor;
import amends.shared.Money;
import amends.staff.ApiTokens;
import amends.staff.Staff;
import amends.testing.Api;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import amends.time.AlarmClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What begins later, what arrives, and what was not kept, as programs tell and hear of it. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromisedElsewhereApiTest {
  @Autowired MockMvc mvc;
  @Autowired ApiTokens tokens;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Goods goods;
  @Autowired Breaches breaches;
  @Autowired AlarmClock alarms;
  @Autowired TestClock clock;

  private Fernhill world;
  private Api api;

  @BeforeAll
  void aHouse() {
    world = new Fernhill(staff, customers);
    api = new Api(mvc, tokens, "promises:*");
    customers.identify(world.ruth().id(), "C-1", Actor.SYSTEM);
    goods.enterOrders(
        List.of(
            new OrderSheet(
                "A-1", world.ruth().id(), clock.instant(), new Money(100, "GBP"), List.of())),
        Actor.SYSTEM);
  }

  private String in(int hours) {
    return clock.instant().plus(Duration.ofHours(hours)).toString();
  }

  private String booking(String number, String moment) {
    return """
    {"items": [{"external_id": "%s", "kind": "delivery", "customer_external_id": "C-1",
      "owner": "team:%d", "order": "A-1", "words": "We ring you", %s}]}
    """
        .formatted(number, world.home.id(), moment);
  }

  private String begins() {
    return """
    "begins": {"waits_for": "your parcel has arrived", "amount": 2, "unit": "days",
      "expected_by": "%s"}\
    """
        .formatted(in(90));
  }

  private long entered(String number, String moment) {
    Api.Answer answer = api.post("/api/v1/bookings", booking(number, moment));
    assertThat(answer.at("/items/0/result").asString()).as(answer.text()).isEqualTo("created");
    return answer.at("/items/0/id").asLong();
  }

  @Test
  void whatBeginsLaterBeginsWhenAProgramSaysSo() {
    long one = entered("B-1", begins());
    long other = entered("B-2", begins());
    assertThat(
            api.post(
                    "/api/v1/bookings",
                    booking("B-3", begins() + ", \"due_at\": \"" + in(5) + "\""))
                .text())
        .contains("either by when, or what it begins with");
    Api.Answer waits = api.get("/api/v1/bookings/" + one);
    assertThat(waits.at("/state").asString()).as(waits.text()).isEqualTo("waiting");
    assertThat(waits.at("/begins/waits_for").asString()).isEqualTo("your parcel has arrived");
    assertThat(waits.at("/promised_for").isNull()).isTrue();

    String path = "/api/v1/bookings/" + one + "/begin";
    assertThat(api.post(path, "{\"at\": \"%s\"}".formatted(in(1))).status())
        .as("not in the future")
        .isEqualTo(422);
    Api.Answer begun = api.post(path, "{\"at\": \"%s\"}".formatted(in(0)));
    assertThat(begun.at("/state").asString()).as(begun.text()).isEqualTo("owed");
    assertThat(begun.at("/promised_for").asString()).isEqualTo(in(48));
    assertThat(api.post(path, "{\"at\": \"%s\"}".formatted(in(0))).status()).isEqualTo(422);

    String arrived = "{\"order\": \"A-1\", \"at\": \"%s\"}".formatted(in(0));
    Api.Answer first = api.post("/api/v1/arrivals", arrived, "arrived-1");
    assertThat(first.at("/begun").asInt()).as(first.text()).isEqualTo(1);
    assertThat(api.post("/api/v1/arrivals", arrived, "arrived-1").at("/begun").asInt())
        .as("the same once more answers the same")
        .isEqualTo(1);
    assertThat(api.post("/api/v1/arrivals", arrived).at("/begun").asInt()).isZero();
    assertThat(api.get("/api/v1/bookings/" + other).at("/state").asString()).isEqualTo("owed");
    assertThat(api.post("/api/v1/arrivals", arrived.replace("A-1", "no-such")).status())
        .isEqualTo(422);
  }

  @Test
  void whatWasNotKeptIsListedAndAnswered() {
    breaches.publish(
        new Guarantees.Wanted(
            null, "On time", "We come.", "All.", "Ten pounds.", Set.of(Cover.DELIVERY)),
        new Proposal(null, null, Proposal.Step.WRITE),
        world.admin);
    assertThat(api.get("/api/v1/guarantees").text()).contains("\"covers\":[\"delivery\"]");
    clock.pass(Duration.ofMinutes(1));
    entered("D-1", "\"due_at\": \"%s\"".formatted(in(5)));
    clock.pass(Duration.ofHours(6));
    while (alarms.perform()) {}

    Api.Answer open = api.get("/api/v1/breaches?open=true");
    assertThat(open.at("/items").size()).as(open.text()).isEqualTo(1);
    assertThat(open.at("/items/0/step").asString()).isEqualTo("write");
    assertThat(open.at("/items/0/case_id").isNull()).isTrue();
    assertThat(open.at("/items/0/customer_id").asLong()).isEqualTo(world.ruth().id());
    String answer = "/api/v1/breaches/" + open.at("/items/0/id").asLong() + "/answer";
    String done = "{\"answer\": \"done\", \"reason\": \"In cash.\"}";
    assertThat(new Api(mvc, tokens, "promises:read").post(answer, done).status()).isEqualTo(403);
    assertThat(api.post(answer, done).at("/answer").asString()).isEqualTo("done");
    assertThat(api.post(answer, done).status()).as("once").isEqualTo(422);
    assertThat(api.get("/api/v1/breaches?open=true").at("/items").size()).isZero();
    assertThat(api.get("/api/v1/breaches?customer_id=" + world.ruth().id()).at("/items").size())
        .isEqualTo(1);
  }
}

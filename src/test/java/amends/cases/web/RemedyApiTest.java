package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.Case;
import amends.cases.Cases;
import amends.customers.Customers;
import amends.goods.Goods;
import amends.goods.ProductSheet;
import amends.goods.UnitSheet;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.remedies.Offers;
import amends.remedies.Remedies;
import amends.remedies.Requests;
import amends.shared.Actor;
import amends.staff.ApiTokens;
import amends.staff.Staff;
import amends.testing.Api;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.Pantry;
import amends.testing.Patience;
import amends.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** Programs ask before, give within the limit once for each key, and read what became of it. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemedyApiTest {
  @Autowired ApplicationContext context;
  @Autowired MockMvc mvc;
  @Autowired ApiTokens tokens;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Cases cases;
  @Autowired Goods goods;
  @Autowired Remedies remedies;
  @Autowired Requests requests;
  @Autowired Offers offers;
  @Autowired Promises promises;
  @Autowired Patience patience;
  @Autowired TestClock clock;

  private Fernhill world;
  private Pantry pantry;
  private Api api;
  private Case matter;

  @BeforeAll
  void house() {
    world = new Fernhill(staff, customers);
    pantry = new Pantry(context, LocalDate.ofInstant(clock.instant(), Fernhill.LONDON));
    goods.enterProducts(List.of(new ProductSheet("JUG-1", "Jug", null)), Actor.SYSTEM);
    goods.enterUnits(List.of(new UnitSheet("JUG-1", "S-1", "L-77", null)), Actor.SYSTEM);
    api = new Api(mvc, tokens, "remedies:*", "goods:*", "cases:read");
  }

  @BeforeEach
  void aBrokenJug() {
    matter = cases.open(world.brokenJug(clock.instant()), world.priya);
  }

  private String at(String rest) {
    return "/api/v1/cases/" + matter.id() + rest;
  }

  private String wanted(long minor) {
    return "{\"remedy_id\": %d, \"amount\": {\"minor\": %d, \"currency\": \"GBP\"}, \"reason\": \"It broke.\"}"
        .formatted(pantry.partRefund.id(), minor);
  }

  @Test
  void theCatalogueIsRead() {
    Api.Answer all = api.get("/api/v1/remedies?code=flowers");
    assertThat(all.at("/items/0/name").asString()).isEqualTo("Flowers");
    assertThat(all.at("/items/0/cost/minor").asLong()).isEqualTo(2900);
    assertThat(api.get("/api/v1/remedies/" + pantry.loan.id()).at("/interim").asBoolean()).isTrue();
  }

  @Test
  void theRulingIsAskedFirstAndNothingMoves() {
    Api.Answer within = api.post(at("/rulings"), wanted(2500));
    assertThat(within.status()).as(within.text()).isEqualTo(200);
    assertThat(within.at("/ruling").asString()).isEqualTo("within");
    assertThat(within.at("/words").asString()).isNotBlank();
    Api.Answer above = api.post(at("/rulings"), wanted(90_000_000));
    assertThat(above.at("/ruling").asString()).isNotEqualTo("within");
    assertThat(remedies.of(matter.asSubject())).isEmpty();
  }

  @Test
  void aGrantIsGivenOnceForEachKeyAndReadWithWhatBecameOfIt() {
    Api.Answer first = api.post(at("/remedies"), wanted(2500), "k-" + matter.id());
    assertThat(first.status()).as(first.text()).isEqualTo(201);
    Api.Answer again = api.post(at("/remedies"), wanted(2500), "k-" + matter.id());
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(api.post(at("/remedies"), wanted(2600), "k-" + matter.id()).status()).isEqualTo(422);
    assertThat(remedies.of(matter.asSubject())).hasSize(1);
    Api.Answer read = api.get(String.valueOf(first.header("Location")));
    assertThat(read.at("/amount/minor").asLong()).isEqualTo(2500);
    assertThat(read.at("/state").asString()).isEqualTo("granted");
    assertThat(read.at("/backed").isNull()).isTrue();
    assertThat(api.get(at("/remedies")).at("/items/0/id").asLong())
        .isEqualTo(read.at("/id").asLong());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"remedy_id\": %d, \"amount\": {\"minor\": -5, \"currency\": \"GBP\"}, \"reason\": \"x\"}",
        "{\"remedy_id\": %d, \"amount\": {\"minor\": 1.5, \"currency\": \"GBP\"}, \"reason\": \"x\"}",
        "{\"remedy_id\": %d, \"amount\": {\"minor\": 5, \"currency\": \"XXZ\"}, \"reason\": \"x\"}",
        "{\"remedy_id\": %d, \"amount\": {\"minor\": 5, \"currency\": \"JPY\"}, \"reason\": \"x\"}",
        "{\"remedy_id\": %d, \"amount\": {\"minor\": 5, \"currency\": \"GBP\"}, \"reason\": \"x\", \"approved_by\": 1}",
        "{\"remedy_id\": %d, \"amount\": {\"minor\": 5, \"currency\": \"GBP\"}, \"reason\": \"\"}"
      })
  void whatIsWrongGetsASentenceAndNothingMoves(String body) {
    Api.Answer answer = api.post(at("/remedies"), body.formatted(pantry.partRefund.id()));
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.at("/errors/0/words").asString()).isNotBlank();
    assertThat(remedies.of(matter.asSubject())).isEmpty();
  }

  @Test
  void stopMarksAreSetReadAndLifted() {
    Api.Answer set =
        api.post(
            "/api/v1/stop-marks",
            """
            {"product": "JUG-1", "lot": "L-77", "reason": "failure", "words": "The handle breaks.",
             "evidence": "Test 7"}
            """);
    assertThat(set.status()).as(set.text()).isEqualTo(201);
    String path = "/api/v1/stop-marks/" + set.at("/id").asLong() + "/lifting";
    assertThat(api.get("/api/v1/stop-marks?stands=true").at("/items").size()).isEqualTo(1);
    assertThat(api.post(path, "{\"words\": \"Tested again.\"}").at("/lifted_at").isNull())
        .isFalse();
    assertThat(api.get("/api/v1/stop-marks?stands=true").at("/items").size()).isZero();
  }

  @Test
  void aboveTheLimitAProgramAsksTheOneWhoDecidesOnceForEachKey() {
    Api.Answer asked = api.post(at("/requests"), wanted(40_000), "ask-" + matter.id());
    assertThat(asked.status()).as(asked.text()).isEqualTo(201);
    assertThat(asked.at("/state").asString()).isEqualTo("open");
    assertThat(asked.at("/approver_id").asLong()).isEqualTo(world.hanna.id());
    Api.Answer again = api.post(at("/requests"), wanted(40_000), "ask-" + matter.id());
    assertThat(again.text()).isEqualTo(asked.text());
    assertThat(promises.about(matter.asSubject()))
        .as("the customer is told by then")
        .anyMatch(p -> p.owed() && p.kind() == Promise.Kind.CONTACT);
    long id = asked.at("/id").asLong();
    requests.approve(id, "Yes", world.hanna);
    Api.Answer read = api.get("/api/v1/requests/" + id);
    assertThat(read.at("/state").asString()).isEqualTo("approved");
    assertThat(remedies.find(read.at("/grant_id").asLong())).isPresent();
    assertThat(api.get(at("/requests")).at("/items").size()).isOne();
    assertThat(api.post("/api/v1/requests/" + id + "/withdrawal", "{}").status()).isEqualTo(422);
  }

  @Test
  void whatNeedsNobodyIsNotAskedForAndWhatWasAskedIsTakenBack() {
    assertThat(api.post(at("/requests"), wanted(100)).status()).isEqualTo(422);
    long id = api.post(at("/requests"), wanted(40_000)).at("/id").asLong();
    Api.Answer back = api.post("/api/v1/requests/" + id + "/withdrawal", "");
    assertThat(back.at("/state").asString()).as(back.text()).isEqualTo("withdrawn");
    assertThat(api.get("/api/v1/requests/999999").status()).isEqualTo(404);
  }

  @Test
  void aProgramOffersAChoiceAndTheCustomerChooses() {
    assertThat(api.get(at("/offers")).at("/items").size()).isZero();
    String body =
        "{\"choices\": [%s, {\"remedy_id\": %d, \"reason\": \"It broke.\"}], \"reason\": \"It broke.\", \"valid_until\": \"%s\"}"
            .formatted(
                wanted(2500),
                pantry.flowers.id(),
                clock.instant().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS));
    Api.Answer made = api.post(at("/offers"), body, "offer-" + matter.id());
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.at("/state").asString()).isEqualTo("open");
    long id = made.at("/id").asLong();
    long choice = made.at("/choices/0/id").asLong();
    assertThat(
            offers
                .accept(id, choice, "phone", Actor.customer(matter.customerId()))
                .amount()
                .minor())
        .isEqualTo(2500);
    assertThat(api.get(at("/offers")).at("/items/0/state").asString()).isEqualTo("accepted");
    Api.Answer other = api.post(at("/offers"), body, "other-" + matter.id());
    String withdrawal = "/api/v1/offers/" + other.at("/id").asLong() + "/withdrawal";
    assertThat(api.post(withdrawal, "").at("/state").asString()).isEqualTo("withdrawn");
  }

  @Test
  void aProgramUndoesWhatItGaveWhileNothingHasLeft() {
    patience.hold(Duration.ofSeconds(10));
    try {
      long id = api.post(at("/remedies"), wanted(2500)).at("/id").asLong();
      Api.Answer undone = api.post("/api/v1/grants/" + id + "/undoing", "");
      assertThat(undone.at("/state").asString()).as(undone.text()).isEqualTo("undone");
      assertThat(api.post("/api/v1/grants/" + id + "/undoing", "").status()).isEqualTo(422);
    } finally {
      patience.hold(Duration.ZERO);
    }
  }
}

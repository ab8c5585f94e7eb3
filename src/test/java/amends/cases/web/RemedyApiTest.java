package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.Case;
import amends.cases.Cases;
import amends.customers.Customers;
import amends.goods.Goods;
import amends.goods.ProductSheet;
import amends.goods.UnitSheet;
import amends.remedies.Remedies;
import amends.shared.Actor;
import amends.staff.ApiTokens;
import amends.staff.Staff;
import amends.testing.Api;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.Pantry;
import amends.testing.TestClock;
import java.time.LocalDate;
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
  void offersAreRead() {
    assertThat(api.get(at("/offers")).at("/items").size()).isZero();
  }
}

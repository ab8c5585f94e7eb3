package amends.remedies.web;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customers.Customers;
import amends.goods.Goods;
import amends.goods.ProductSheet;
import amends.goods.StopMark;
import amends.goods.StopMarks;
import amends.goods.UnitSheet;
import amends.remedies.Authority;
import amends.remedies.Catalogue;
import amends.remedies.Causes;
import amends.remedies.Costs;
import amends.remedies.Limit;
import amends.shared.Actor;
import amends.staff.Staff;
import amends.testing.Clicks;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.Pantry;
import amends.testing.TestClock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Who keeps the house writes down what can be given, by whom, and what must not leave. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArrangingTest {
  @Autowired ApplicationContext context;
  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Goods goods;
  @Autowired Catalogue catalogue;
  @Autowired Authority authority;
  @Autowired Causes causes;
  @Autowired Costs costs;
  @Autowired StopMarks stops;
  @Autowired TestClock clock;

  private Fernhill world;
  private Pantry pantry;
  private Clicks clicks;

  @BeforeAll
  void house() {
    world = new Fernhill(staff, customers);
    clicks = new Clicks(mvc);
    pantry = new Pantry(context, LocalDate.ofInstant(clock.instant(), Fernhill.LONDON));
    goods.enterProducts(List.of(new ProductSheet("JUG", "Stoneware jug", null)), Actor.SYSTEM);
    goods.enterUnits(List.of(new UnitSheet("JUG", "K1-1", "K1", null)), Actor.SYSTEM);
  }

  private String[] visit(String cost) {
    return new String[] {
      "name",
      "A visit",
      "means",
      "Somebody comes.",
      "code",
      "visit",
      "kind",
      "service_visit",
      "lead_days",
      "2",
      "check_days",
      "3",
      "cost",
      cost,
      "currency",
      "GBP",
      "from",
      LocalDate.ofInstant(clock.instant(), Fernhill.LONDON).toString()
    };
  }

  @Test
  void aRemedyIsWrittenDownAndEverybodyReadsIt() throws Exception {
    MockHttpServletResponse refused =
        clicks.submit(world.admin, "/remedies/catalogue", visit("89.005"));
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("value=\"89.005\"", "value=\"A visit\"");
    assertThat(clicks.submit(world.admin, "/remedies/catalogue", visit("89.00")).getStatus())
        .isEqualTo(302);
    assertThat(catalogue.all())
        .filteredOn(remedy -> remedy.code().equals("visit"))
        .singleElement()
        .satisfies(remedy -> assertThat(remedy.cost()).isEqualTo(Pantry.pounds(8900)));
    assertThat(clicks.page(world.priya, "/remedies/catalogue"))
        .contains("A visit", "Costs £89.00", "May be promised after 2 working days")
        .doesNotContain("/remedies/catalogue/new");
    assertThat(clicks.submit(world.priya, "/remedies/catalogue", visit("1.00")).getStatus())
        .isEqualTo(403);
    assertThat(clicks.page(world.admin, "/remedies/catalogue/" + pantry.flowers.id()))
        .contains("value=\"flowers\"", "value=\"29.00\"");
  }

  @Test
  void theLawStandsThereToReadWithItsSource() {
    assertThat(clicks.page(world.priya, "/remedies/catalogue")).contains("What the law says");
  }

  @Test
  void aLimitIsSetReadByEverybodyAndEnded() {
    String[] typed = {
      "holder",
      "team:" + world.home.id(),
      "kind",
      "credit",
      "currency",
      "GBP",
      "per_grant",
      "40.00",
      "per_day",
      "80.00",
      "period",
      "week",
      "answer_minutes",
      "60"
    };
    assertThat(clicks.submit(world.priya, "/remedies/limits", typed).getStatus()).isEqualTo(403);
    assertThat(clicks.submit(world.admin, "/remedies/limits", typed).getStatus()).isEqualTo(302);
    assertThat(clicks.page(world.priya, "/remedies/limits"))
        .contains("Team Home", "Credit: up to £40.00 at a time", "Every agent");
    Limit set =
        authority.all().stream()
            .filter(limit -> limit.holder() instanceof Limit.OfTeam)
            .findFirst()
            .orElseThrow();
    assertThat(clicks.submit(world.admin, "/remedies/limits/" + set.id() + "/end").getStatus())
        .isEqualTo(302);
    assertThat(clicks.page(world.priya, "/remedies/limits")).doesNotContain("Credit: up to £40.00");
    typed[7] = "-1";
    assertThat(clicks.submit(world.admin, "/remedies/limits", typed).getStatus()).isEqualTo(422);
  }

  @Test
  void aLeadGivesMoreForAWhileToAnotherAndNeverToThemselves() {
    String[] typed = {
      "person",
      String.valueOf(world.tom.id()),
      "team",
      String.valueOf(world.home.id()),
      "most",
      "400.00",
      "in",
      "GBP",
      "ends",
      "in 2 hours",
      "reason",
      "The flood in Leeds"
    };
    assertThat(clicks.submit(world.tom, "/remedies/emergencies", typed).getStatus()).isEqualTo(403);
    assertThat(clicks.submit(world.hanna, "/remedies/emergencies", typed).getStatus())
        .isEqualTo(302);
    assertThat(clicks.page(world.priya, "/remedies/limits"))
        .contains("Tom Okafor", "Because: The flood in Leeds");
    typed[5] = "900000.00";
    assertThat(clicks.refused(world.hanna, "/remedies/emergencies", typed))
        .contains("You can lend no more than you may give yourself", "900000.00");
    typed[5] = "400.00";
    typed[1] = String.valueOf(world.hanna.id());
    assertThat(clicks.submit(world.hanna, "/remedies/emergencies", typed).getStatus())
        .isEqualTo(422);
    typed[1] = String.valueOf(world.tom.id());
    typed[9] = "";
    assertThat(clicks.submit(world.hanna, "/remedies/emergencies", typed).getStatus())
        .isEqualTo(422);
  }

  @Test
  void aCauseIsNamedAndSomethingIsSetAsideForIt() {
    clicks.submit(
        world.admin, "/remedies/causes", "code", "cracked", "cause_name", "Cracked in the kiln");
    assertThat(causes.all()).extracting(Causes.Cause::code).contains("cracked");
    assertThat(
            clicks
                .submit(
                    world.admin,
                    "/remedies/budgets",
                    "for",
                    "cracked",
                    "amount",
                    "1000.00",
                    "currency",
                    "GBP",
                    "from",
                    LocalDate.ofInstant(clock.instant(), Fernhill.LONDON).toString())
                .getStatus())
        .isEqualTo(302);
    assertThat(costs.budgets()).hasSize(1);
    assertThat(clicks.page(world.hanna, "/remedies/budgets"))
        .contains("Cracked in the kiln", "£0.00 of £1,000.00 given");
    assertThat(clicks.open(world.priya, "/remedies/budgets").getStatus()).isEqualTo(403);
  }

  @Test
  void aLotIsStoppedAndLiftedWithAReason() throws Exception {
    String[] typed = {
      "product",
      "JUG",
      "lot",
      "K1",
      "reason",
      "failure",
      "words",
      "The handle breaks.",
      "evidence",
      "Test 7"
    };
    assertThat(clicks.submit(world.priya, "/stops", typed).getStatus()).isEqualTo(403);
    assertThat(clicks.submit(world.hanna, "/stops", typed).getStatus()).isEqualTo(302);
    assertThat(clicks.page(world.priya, "/stops"))
        .contains("The handle breaks.", "Test 7", "Set by Hanna Lindqvist")
        .doesNotContain("Lift the mark");
    StopMark mark = stops.all(10).getFirst();
    String path = "/stops/" + mark.id() + "/lifting";
    assertThat(clicks.submit(world.hanna, path, "lift_words", "").getStatus()).isEqualTo(422);
    assertThat(clicks.submit(world.hanna, path, "lift_words", "Tested again.").getStatus())
        .isEqualTo(302);
    assertThat(clicks.page(world.priya, "/stops")).contains("Lifted by Hanna Lindqvist");
    typed[1] = "NO-SUCH";
    MockHttpServletResponse unknown = clicks.submit(world.hanna, "/stops", typed);
    assertThat(unknown.getStatus()).isEqualTo(422);
    assertThat(unknown.getContentAsString()).contains("The handle breaks.");
  }

  @Test
  void aRemedyWrittenAnewEndsTheOldOne() {
    String path = "/remedies/catalogue/" + pantry.loan.id();
    assertThat(clicks.submit(world.priya, path).getStatus()).isEqualTo(403);
    String tomorrow = LocalDate.ofInstant(clock.instant(), Fernhill.LONDON).plusDays(1).toString();
    clicks.done(
        world.admin,
        path,
        "name",
        "One on loan",
        "means",
        "Until yours is back.",
        "code",
        "loan",
        "kind",
        "loan",
        "interim",
        "yes",
        "cost",
        "6.00",
        "currency",
        "GBP",
        "check_days",
        "7",
        "from",
        tomorrow);
    assertThat(catalogue.get(pantry.loan.id()).to()).isEqualTo(LocalDate.parse(tomorrow));
    assertThat(catalogue.all())
        .filteredOn(remedy -> remedy.code().equals("loan") && remedy.to() == null)
        .singleElement()
        .satisfies(remedy -> assertThat(remedy.cost()).isEqualTo(Pantry.pounds(600)));
  }
}

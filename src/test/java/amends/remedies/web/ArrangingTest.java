package amends.remedies.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

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
import amends.staff.Viewer;
import amends.testing.As;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.Pantry;
import amends.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

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

  @BeforeAll
  void house() {
    world = new Fernhill(staff, customers);
    pantry = new Pantry(context, LocalDate.ofInstant(clock.instant(), Fernhill.LONDON));
    goods.enterProducts(List.of(new ProductSheet("JUG", "Stoneware jug", null)), Actor.SYSTEM);
    goods.enterUnits(List.of(new UnitSheet("JUG", "K1-1", "K1", null)), Actor.SYSTEM);
  }

  private String page(Viewer by, String path) throws Exception {
    MockHttpServletResponse answer = send(get(path).accept("text/html"), by);
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString();
  }

  private MockHttpServletResponse submit(Viewer by, String path, String... fields)
      throws Exception {
    MockHttpServletRequestBuilder request = post(path).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return send(request, by);
  }

  private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Viewer viewer)
      throws Exception {
    MockHttpServletResponse answer =
        mvc.perform(request.with(As.person(viewer.id()))).andReturn().getResponse();
    answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
    return answer;
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
    MockHttpServletResponse refused = submit(world.admin, "/remedies/catalogue", visit("89.005"));
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("value=\"89.005\"", "value=\"A visit\"");
    assertThat(submit(world.admin, "/remedies/catalogue", visit("89.00")).getStatus())
        .isEqualTo(302);
    assertThat(catalogue.all())
        .filteredOn(remedy -> remedy.code().equals("visit"))
        .singleElement()
        .satisfies(remedy -> assertThat(remedy.cost()).isEqualTo(Pantry.pounds(8900)));
    assertThat(page(world.priya, "/remedies/catalogue"))
        .contains("A visit", "Costs £89.00", "May be promised after 2 working days")
        .doesNotContain("/remedies/catalogue/new");
    assertThat(submit(world.priya, "/remedies/catalogue", visit("1.00")).getStatus())
        .isEqualTo(403);
    assertThat(page(world.admin, "/remedies/catalogue/" + pantry.flowers.id()))
        .contains("value=\"flowers\"", "value=\"29.00\"");
  }

  @Test
  void theLawStandsThereToReadWithItsSource() throws Exception {
    assertThat(page(world.priya, "/remedies/catalogue")).contains("What the law says");
  }

  @Test
  void aLimitIsSetReadByEverybodyAndEnded() throws Exception {
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
    assertThat(submit(world.priya, "/remedies/limits", typed).getStatus()).isEqualTo(403);
    assertThat(submit(world.admin, "/remedies/limits", typed).getStatus()).isEqualTo(302);
    assertThat(page(world.priya, "/remedies/limits"))
        .contains("Team Home", "Credit: up to £40.00 at a time", "Every agent");
    Limit set =
        authority.all().stream()
            .filter(limit -> limit.holder() instanceof Limit.OfTeam)
            .findFirst()
            .orElseThrow();
    assertThat(submit(world.admin, "/remedies/limits/" + set.id() + "/end").getStatus())
        .isEqualTo(302);
    assertThat(page(world.priya, "/remedies/limits")).doesNotContain("Credit: up to £40.00");
    typed[7] = "-1";
    assertThat(submit(world.admin, "/remedies/limits", typed).getStatus()).isEqualTo(422);
  }

  @Test
  void aLeadGivesMoreForAWhileToAnotherAndNeverToThemselves() throws Exception {
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
    assertThat(submit(world.tom, "/remedies/emergencies", typed).getStatus()).isEqualTo(403);
    assertThat(submit(world.hanna, "/remedies/emergencies", typed).getStatus()).isEqualTo(302);
    assertThat(page(world.priya, "/remedies/limits"))
        .contains("Tom Okafor", "Because: The flood in Leeds");
    typed[1] = String.valueOf(world.hanna.id());
    assertThat(submit(world.hanna, "/remedies/emergencies", typed).getStatus()).isEqualTo(422);
    typed[1] = String.valueOf(world.tom.id());
    typed[9] = "";
    assertThat(submit(world.hanna, "/remedies/emergencies", typed).getStatus()).isEqualTo(422);
  }

  @Test
  void aCauseIsNamedAndSomethingIsSetAsideForIt() throws Exception {
    submit(world.admin, "/remedies/causes", "code", "cracked", "cause_name", "Cracked in the kiln");
    assertThat(causes.all()).extracting(Causes.Cause::code).contains("cracked");
    assertThat(
            submit(
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
    assertThat(page(world.hanna, "/remedies/budgets"))
        .contains("Cracked in the kiln", "£0.00 of £1,000.00 given");
    assertThat(send(get("/remedies/budgets"), world.priya).getStatus()).isEqualTo(403);
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
    assertThat(submit(world.priya, "/stops", typed).getStatus()).isEqualTo(403);
    assertThat(submit(world.hanna, "/stops", typed).getStatus()).isEqualTo(302);
    assertThat(page(world.priya, "/stops"))
        .contains("The handle breaks.", "Test 7", "Set by Hanna Lindqvist")
        .doesNotContain("Lift the mark");
    StopMark mark = stops.all(10).getFirst();
    String path = "/stops/" + mark.id() + "/lifting";
    assertThat(submit(world.hanna, path, "lift_words", "").getStatus()).isEqualTo(422);
    assertThat(submit(world.hanna, path, "lift_words", "Tested again.").getStatus()).isEqualTo(302);
    assertThat(page(world.priya, "/stops")).contains("Lifted by Hanna Lindqvist");
    typed[1] = "NO-SUCH";
    MockHttpServletResponse unknown = submit(world.hanna, "/stops", typed);
    assertThat(unknown.getStatus()).isEqualTo(422);
    assertThat(unknown.getContentAsString()).contains("The handle breaks.");
  }
}

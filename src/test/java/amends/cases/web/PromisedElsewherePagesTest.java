package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import amends.cases.Case;
import amends.cases.Cases;
import amends.customers.Customers;
import amends.goods.Goods;
import amends.goods.ProductSheet;
import amends.promises.Bookings;
import amends.promises.Disruptions;
import amends.promises.Guarantees;
import amends.staff.NewBrand;
import amends.staff.Staff;
import amends.staff.Viewer;
import amends.testing.As;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Bookings, places that fail, what is promised to everybody, and what begins later, on pages. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromisedElsewherePagesTest {
  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Cases cases;
  @Autowired Disruptions disruptions;
  @Autowired Guarantees guarantees;
  @Autowired Bookings bookings;
  @Autowired Goods goods;
  @Autowired TestClock clock;

  private Fernhill world;
  private String team = "";

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
    team = String.valueOf(world.home.id());
    world.ruth();
  }

  private String page(String path, Viewer by) throws Exception {
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

  private static String list(String number) {
    return """
    external_id,customer,words,due_at,place
    %s,ruth@adeyemi.example,The fitter comes,2026-05-14 14:00,12 Mill Lane
    """
        .formatted(number);
  }

  @Test
  void aListIsPastedOrHandedInAsAFile() throws Exception {
    assertThat(submit(world.priya, "/bookings", "team", team).getStatus()).isEqualTo(422);
    String pasted =
        submit(world.priya, "/bookings", "team", team, "list", list("V-1")).getContentAsString();
    assertThat(pasted).contains("1 new, 0 changed", "The fitter comes", "Promised");

    MockHttpServletResponse file =
        mvc.perform(
                multipart("/bookings")
                    .file(
                        new MockMultipartFile(
                            "files", list("V-2").getBytes(StandardCharsets.UTF_8)))
                    .param("team", team)
                    .with(csrf())
                    .with(As.person(world.priya.id())))
            .andReturn()
            .getResponse();
    assertThat(file.getContentAsString()).contains("1 new, 0 changed");

    String visit = "/bookings/" + bookings.named("V-1").orElseThrow().id();
    assertThat(page(visit, world.priya)).contains("12 Mill Lane", "Ruth Adeyemi");
    assertThat(submit(world.priya, visit + "/done", "shown", "").getStatus()).isEqualTo(422);
    assertThat(submit(world.priya, visit + "/done", "shown", "Signed").getStatus()).isEqualTo(302);
    assertThat(page(visit, world.priya)).contains("Done", "Signed");
    assertThat(send(get(visit), world.sam).getStatus()).isEqualTo(404);
  }

  @Test
  void whatHasArrivedIsHandedInAsAListToo() throws Exception {
    String waits =
        """
        external_id,customer,words,waits_for,after,expected_by
        W-1,ruth@adeyemi.example,We ring you,your parcel has arrived,5 days,2030-05-20 14:00
        """;
    assertThat(submit(world.priya, "/bookings", "team", team, "list", waits).getContentAsString())
        .contains("1 new", "once your parcel has arrived");
    String come = "external_id,arrived_at\nW-1,2020-05-02\nno-such,2020-05-02\n";
    assertThat(submit(world.priya, "/bookings", "team", team, "list", come).getContentAsString())
        .contains("One promise has begun; 1 refused.", "no-such");
    assertThat(submit(world.priya, "/bookings", "team", team, "list", come).getContentAsString())
        .contains("No promise has begun; one entry began nothing", "1 refused.");
  }

  @Test
  void aPlaceThatFailsLeadsToTheNoticesWithAChoice() throws Exception {
    submit(world.priya, "/bookings", "team", team, "list", list("V-3"));
    String[] ice = {
      "reason", "Ice", "place", "mill lane", "from", "2026-05-14 00:00", "until", "2026-05-15 00:00"
    };
    assertThat(submit(world.priya, "/disruptions", ice).getStatus()).isEqualTo(403);
    MockHttpServletResponse leads = submit(world.hanna, "/disruptions", ice);
    assertThat(leads.getStatus()).as("she leads one team only").isEqualTo(422);
    assertThat(leads.getContentAsString()).contains("Choose the team or the brand", "mill lane");
    assertThat(submit(world.admin, "/disruptions", ice).getStatus()).isEqualTo(302);
    long id = disruptions.standing().getFirst().id();
    assertThat(page("/disruptions", world.priya)).contains("Ice", "mill lane");
    String notices = page("/promises/dangers/disruption/" + id, world.priya);
    assertThat(notices).contains("Ruth Adeyemi", "Or let them choose");
    String looked =
        submit(
                world.priya,
                "/promises/dangers/disruption/" + id,
                "look",
                "yes",
                "why",
                "The roads are icy.",
                "later",
                "24",
                "other1",
                "2026-05-16 10:00")
            .getContentAsString();
    assertThat(looked).contains("choose it on your page: Saturday");
    submit(world.admin, "/disruptions/" + id + "/end");
    assertThat(disruptions.standing()).isEmpty();
  }

  @Test
  void whatIsPromisedToEverybodyIsReadByEverybody() throws Exception {
    String[] day = {
      "title", "A day", "words", "A person answers.", "scope", "Everybody.", "if_not", "We ring."
    };
    assertThat(submit(world.priya, "/guarantees", day).getStatus()).isEqualTo(403);
    assertThat(submit(world.admin, "/guarantees", "title", "A day").getStatus()).isEqualTo(422);
    assertThat(submit(world.admin, "/guarantees", day).getStatus()).isEqualTo(302);
    String catalogue =
        mvc.perform(get("/our-promises/fernhill")).andReturn().getResponse().getContentAsString();
    assertThat(catalogue).contains("A person answers.", "If we do not keep it", "We ring.");
    staff.addBrand(
        new NewBrand("North & Sons", "help@north.example", Locale.UK, Fernhill.LONDON),
        world.admin.actor());
    assertThat(mvc.perform(get("/our-promises/north-sons")).andReturn().getResponse().getStatus())
        .as("named as in the form to report a problem")
        .isEqualTo(200);

    goods.enterProducts(
        List.of(new ProductSheet("K-7", "A kettle", "Moorwell")), world.admin.actor());
    String[] some = {
      "title",
      "Kettles",
      "words",
      "A person rings.",
      "scope",
      "Some.",
      "if_not",
      "We ring.",
      "countries",
      "France, nowhere land",
      "products",
      "K-7, moorwell",
      "channel_phone",
      "yes"
    };
    MockHttpServletResponse nowhere = submit(world.admin, "/guarantees", some);
    assertThat(nowhere.getStatus()).isEqualTo(422);
    assertThat(nowhere.getContentAsString())
        .contains("no country called nowhere land", "K-7, moorwell", "value=\"yes\" checked");
    some[9] = "France, de";
    assertThat(submit(world.admin, "/guarantees", some).getStatus()).isEqualTo(302);
    for (String path : List.of("/guarantees", "/our-promises/fernhill")) {
      assertThat(page(path, world.priya))
          .contains("Only in France, Germany.", "Only where you turned to us by phone.")
          .contains("these numbers: K-7.", "Only for products of Moorwell.");
    }
    guarantees.retire(guarantees.standing().getLast().id(), world.admin.actor());

    Case matter = cases.open(world.brokenJug(clock.instant()), world.priya);
    String broken = "/cases/" + matter.id() + "/guarantees";
    assertThat(page(broken, world.priya)).contains("A day", "We ring.");
    String one = String.valueOf(guarantees.standing().getFirst().id());
    assertThat(submit(world.priya, broken, "guarantee", one).getStatus()).isEqualTo(302);
    assertThat(page("/cases/" + matter.id() + "/customer", world.priya))
        .contains("We did not keep what we promise to everybody", "What happens now: We ring.");
    assertThat(page("/guarantees", world.priya)).contains("Broken once in the last 28 days");
  }

  @Test
  void whatBeginsLaterIsPromisedOnTheCase() throws Exception {
    Case matter = cases.open(world.brokenJug(clock.instant()), world.priya);
    String path = "/cases/" + matter.id() + "/conditions";
    assertThat(page(path, world.priya)).contains("A promise that begins with something");
    MockHttpServletResponse refused =
        submit(world.priya, path, "waits_for", "it has come", "amount", "many");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("it has come", "a whole number up to 400");
    assertThat(
            submit(
                    world.priya,
                    path,
                    "waits_for",
                    "the glaze has come",
                    "words",
                    "We fire it anew",
                    "amount",
                    "5",
                    "unit",
                    "days",
                    "by",
                    "in 2 days",
                    "text",
                    "It is ordered.")
                .getStatus())
        .isEqualTo(302);
    assertThat(page("/cases/" + matter.id(), world.priya))
        .contains("Once the glaze has come: We fire it anew", "It has come");
  }
}

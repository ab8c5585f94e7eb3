package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.Field;
import amends.cases.Fields;
import amends.cases.NewCase;
import amends.customers.Customers;
import amends.promises.Promise;
import amends.staff.ApiTokens;
import amends.staff.Staff;
import amends.testing.Api;
import amends.testing.Clicks;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The fields of the house as a manager arranges them, a colleague fills them, a program reads. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldPagesTest {
  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Cases cases;
  @Autowired Fields fields;
  @Autowired ApiTokens tokens;
  @Autowired TestClock clock;

  private Fernhill world;
  private Clicks clicks;
  private Api api;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
    clicks = new Clicks(mvc);
    api = new Api(mvc, tokens, "cases:*");
  }

  private Case matter(String subject) {
    return cases.open(
        new NewCase(
            world.brand.id(),
            world.home.id(),
            null,
            world.ruth().id(),
            "phone",
            subject,
            "Broken.",
            null,
            null,
            null,
            true,
            Promise.Kind.CONTACT,
            "We call you",
            clock.instant().plus(Duration.ofHours(5)),
            world.priya.actor()),
        world.priya);
  }

  private Field added(String name) {
    return fields.all().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void aManagerAddsAFieldAndAColleagueFillsItOnTheCase() {
    String refused =
        clicks.refused(
            world.admin, "/fields", "name", "Glaze", "kind", "choice", "choices", "Matt");
    assertThat(refused).contains("at least two choices", "value=\"Glaze\"", ">Matt</textarea>");
    clicks.done(
        world.admin,
        "/fields",
        "name",
        "Glaze",
        "kind",
        "choice",
        "choices",
        "Matt\nShiny",
        "required",
        "yes",
        "position",
        "3");
    Field glaze = added("Glaze");
    Case jug = matter("Glazed jug");
    String path = "/cases/" + jug.id();
    assertThat(clicks.page(world.priya, path)).contains("Needed before it is settled: Glaze.");
    assertThat(clicks.page(world.priya, path + "/fields")).contains("Matt", "Not known");
    assertThat(clicks.refused(world.priya, path + "/fields", glaze.input(), "Pink"))
        .contains("Glaze: choose one of Matt, Shiny.");
    clicks.done(world.priya, path + "/fields", glaze.input(), "Shiny");
    assertThat(clicks.page(world.priya, path))
        .contains("<dt>Glaze</dt><dd><span>Shiny</span>", "changed the details")
        .doesNotContain("Needed before it is settled");
    assertThat(
            clicks.page(world.priya, "/cases?view=all&field=" + glaze.id() + "&field_value=shiny"))
        .contains("Glazed jug");
    assertThat(clicks.page(world.priya, "/cases?view=all&field=999&field_value=x"))
        .contains("Glazed jug");
    assertThat(clicks.page(world.hanna, "/fields")).contains("Glaze").doesNotContain("/fields/new");
    clicks.done(world.admin, "/fields/" + glaze.id() + "/retirement");
  }

  @Test
  void settlingAsksForWhatIsStillNeededOnItsOwnPage() {
    clicks.done(world.admin, "/fields", "name", "Kiln", "kind", "text", "required", "yes");
    Field kiln = added("Kiln");
    String path = "/cases/" + matter("From a kiln").id() + "/settlement";
    assertThat(clicks.page(world.priya, path)).contains("Kiln (needed to settle)");
    String[] settled = {
      "outcome",
      "made_right",
      "done",
      "Sent anew.",
      "follow_up",
      "in 20 hours",
      "channel",
      "email",
      kiln.input(),
      ""
    };
    assertThat(clicks.refused(world.priya, path, settled))
        .contains("Before it is settled, fill in: Kiln.", "Sent anew.");
    settled[settled.length - 1] = "Second from the left";
    clicks.done(world.priya, path, settled);
    clicks.done(world.admin, "/fields/" + kiln.id() + "/retirement");
  }

  @Test
  void aProgramListsFillsReadsAndFiltersByKey() {
    clicks.done(world.admin, "/fields", "name", "Lot number", "kind", "number");
    assertThat(api.get("/api/v1/fields").text())
        .contains("\"key\":\"lot_number\"", "\"kind\":\"number\"");
    long jug = matter("Of a lot").id();
    String path = "/api/v1/cases/" + jug;
    String body = "{\"fields\": [{\"key\": \"lot_number\", \"value\": \"%s\"}]}";
    Api.Answer wrong = api.post(path + "/fields", body.formatted("many"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text()).contains("is no number");
    assertThat(api.post(path + "/fields", body.formatted("204.50").replace("lot_", "plot_")).text())
        .contains("It has: lot_number");
    Api.Answer filled = api.post(path + "/fields", body.formatted("204.50"));
    assertThat(filled.at("/matter/fields/0/value").asString()).isEqualTo("204.5");
    assertThat(api.get("/api/v1/cases?field=lot_number:204..205").at("/items/0/id").asLong())
        .isEqualTo(jug);
    assertThat(api.get("/api/v1/cases?field=lot_number:7").at("/items").size()).isZero();
    assertThat(api.get("/api/v1/cases?field=nothing:7").status()).isEqualTo(422);
    clicks.done(world.admin, "/fields/" + added("Lot number").id() + "/retirement");
  }
}

package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import amends.cases.Case;
import amends.cases.CaseCadences;
import amends.cases.Cases;
import amends.customers.Customers;
import amends.promises.Cadence;
import amends.promises.CadenceRule;
import amends.promises.Cadences;
import amends.staff.Absence;
import amends.staff.Absences;
import amends.staff.Staff;
import amends.staff.Viewer;
import amends.testing.As;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Rhythms on their pages: defined, chosen on a case, ended, and worked out beforehand. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CadencePagesTest {
  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Cases cases;
  @Autowired CaseCadences cadences;
  @Autowired Cadences rules;
  @Autowired Absences absences;
  @Autowired TestClock clock;

  private Fernhill world;
  private Case matter;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
  }

  @BeforeEach
  void aBrokenJug() {
    matter = cases.open(world.brokenJug(clock.instant()), world.priya);
  }

  private String page(String path) throws Exception {
    MockHttpServletResponse answer = send(get(path).accept("text/html"), world.priya);
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

  private long rule(String name) {
    return rules.rules().stream()
        .filter(r -> r.name().equals(name))
        .map(CadenceRule::id)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRhythmIsChosenOnTheCaseShownBesideItAndEndedWithAReason() throws Exception {
    String path = "/cases/" + matter.id() + "/cadence";
    assertThat(page(path))
        .contains("Within a day, then every three days: every 24 hours, once; then every 3 days")
        .doesNotContain("In public every 15 minutes");
    assertThat(submit(world.priya, path).getStatus()).isEqualTo(422);
    String rule = String.valueOf(rule("Within a day, then every three days"));
    assertThat(submit(world.priya, path, "cadence", rule).getStatus()).isEqualTo(302);
    Cadence cadence = cadences.running(matter).getFirst();
    assertThat(page("/cases/" + matter.id()))
        .contains(
            "Rhythm", "every 24 hours, once; then every 3 days", "next by Wed 14:07", "End it");

    String end = path + "/" + cadence.id() + "/end";
    assertThat(page(end)).contains("Runs now: Within a day, then every three days");
    MockHttpServletResponse refused = submit(world.priya, end, "reason", " ");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("Say why the rhythm ends.");
    submit(world.priya, end, "reason", "She asked us to.");
    assertThat(cadences.running(matter)).isEmpty();
  }

  @Test
  void aLeadDefinesOneAndWhatIsWrongComesBack() throws Exception {
    String[] twice = {
      "name",
      "Weekly by phone",
      "audience",
      "customer",
      "severity",
      "minor",
      "channel",
      "phone",
      "hours",
      "working",
      "every1",
      "2",
      "unit1",
      "days",
      "times1",
      "3",
      "every2",
      "7",
      "unit2",
      "days"
    };
    assertThat(submit(world.priya, "/cadences", twice).getStatus()).isEqualTo(403);
    assertThat(submit(world.hanna, "/cadences", twice).getStatus()).isEqualTo(302);
    String shown = send(get("/cadences"), world.hanna).getContentAsString();
    assertThat(shown)
        .contains("Weekly by phone", "every 2 days, 3 times; then every 7 days")
        .contains("to the customer · in working hours · for small matters · by phone");
    MockHttpServletResponse refused =
        submit(
            world.hanna,
            "/cadences",
            "name",
            "Odd",
            "audience",
            "customer",
            "severity",
            "any",
            "every1",
            "2",
            "unit1",
            "minutes");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("more often than every five minutes", "Odd");
    submit(world.hanna, "/cadences/" + rule("Weekly by phone") + "/end");
    assertThat(rules.rules()).extracting(CadenceRule::name).doesNotContain("Weekly by phone");
  }

  @Test
  void whatCannotBeKeptIsSaidWithWhatCan() throws Exception {
    String asked = "/feasibility?team=" + world.home.id() + "&contact=6&text=15&lasts=2&every=60";
    assertThat(page(asked + "&customers=12"))
        .contains("They can keep it", "In every 1 h they reach 30 customers, or more.")
        .contains("3 people are at work in that time.");
    assertThat(page(asked + "&customers=40"))
        .contains("They cannot keep it", "they reach 30 of 40 customers")
        .contains("All 40 in person, every 2 h.", "30 in person every 1 h")
        .contains("One text to all every 1 h", "with 1 more person at work");
    MockHttpServletResponse odd = send(get(asked + "&customers=many"), world.priya);
    assertThat(odd.getStatus()).isEqualTo(422);
    assertThat(odd.getContentAsString()).contains("Write a whole number from 1 to", "many");
  }

  @Test
  void whoeverIsAwayReachesNobody() throws Exception {
    Absence away =
        absences.record(
            world.tom.id(),
            clock.instant(),
            clock.instant().plus(Duration.ofDays(2)),
            Absence.Kind.SUDDEN,
            world.hanna.actor());
    String asked =
        "/feasibility?team=" + world.home.id() + "&contact=6&text=15&lasts=2&every=60&customers=25";
    assertThat(page(asked)).contains("they reach 20 of 25 customers", "2 people are at work");
    absences.end(away.id(), world.hanna.actor());
  }

  @Test
  void theWriterSeesWhoWorksAtThatHourAndWhatIsDueThen() throws Exception {
    String read = "/cases/" + matter.id() + "/next-read?next=write&nothing_more=&by=";
    assertThat(page(read + "today 17:00"))
        .contains("Priya Nair works then;", "due in the hour before");
    assertThat(page(read + "Sunday 10:00")).contains("nobody works on Sunday 17 May", "Priya Nair");
  }
}

package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

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
import amends.testing.Clicks;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

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
  private Clicks clicks;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
    clicks = new Clicks(mvc);
  }

  @BeforeEach
  void aBrokenJug() {
    matter = cases.open(world.brokenJug(clock.instant()), world.priya);
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
    assertThat(clicks.page(world.priya, path))
        .contains("Within a day, then every three days: every 24 hours, once; then every 3 days")
        .doesNotContain("In public every 15 minutes");
    assertThat(clicks.submit(world.priya, path).getStatus()).isEqualTo(422);
    String rule = String.valueOf(rule("Within a day, then every three days"));
    assertThat(clicks.submit(world.priya, path, "cadence", rule).getStatus()).isEqualTo(302);
    Cadence cadence = cadences.running(matter).getFirst();
    assertThat(clicks.page(world.priya, "/cases/" + matter.id()))
        .contains(
            "Rhythm", "every 24 hours, once; then every 3 days", "next by Wed 14:07", "End it");

    String end = path + "/" + cadence.id() + "/end";
    assertThat(clicks.page(world.priya, end))
        .contains("Runs now: Within a day, then every three days");
    MockHttpServletResponse refused = clicks.submit(world.priya, end, "reason", " ");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("Say why the rhythm ends.");
    clicks.submit(world.priya, end, "reason", "She asked us to.");
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
    assertThat(clicks.submit(world.priya, "/cadences", twice).getStatus()).isEqualTo(403);
    assertThat(clicks.submit(world.hanna, "/cadences", twice).getStatus()).isEqualTo(302);
    String shown = clicks.open(world.hanna, "/cadences").getContentAsString();
    assertThat(shown)
        .contains("Weekly by phone", "every 2 days, 3 times; then every 7 days")
        .contains("to the customer · in working hours · for small matters · by phone");
    MockHttpServletResponse refused =
        clicks.submit(
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
    clicks.submit(world.hanna, "/cadences/" + rule("Weekly by phone") + "/end");
    assertThat(rules.rules()).extracting(CadenceRule::name).doesNotContain("Weekly by phone");
  }

  @Test
  void whatCannotBeKeptIsSaidWithWhatCan() throws Exception {
    String asked = "/feasibility?team=" + world.home.id() + "&contact=6&text=15&lasts=2&every=60";
    assertThat(clicks.page(world.priya, asked + "&customers=12"))
        .contains("They can keep it", "In every 1 h they reach 30 customers, or more.")
        .contains("3 people are at work in that time.");
    assertThat(clicks.page(world.priya, asked + "&customers=40"))
        .contains("They cannot keep it", "they reach 30 of 40 customers")
        .contains("All 40 in person, every 2 h.", "30 in person every 1 h")
        .contains("One text to all every 1 h", "with 1 more person at work");
    MockHttpServletResponse odd = clicks.open(world.priya, asked + "&customers=many");
    assertThat(odd.getStatus()).isEqualTo(422);
    assertThat(odd.getContentAsString()).contains("Write a whole number from 1 to", "many");
  }

  @Test
  void whoeverIsAwayReachesNobody() {
    Absence away =
        absences.record(
            world.tom.id(),
            clock.instant(),
            clock.instant().plus(Duration.ofDays(2)),
            Absence.Kind.SUDDEN,
            world.hanna.actor());
    String asked =
        "/feasibility?team=" + world.home.id() + "&contact=6&text=15&lasts=2&every=60&customers=25";
    assertThat(clicks.page(world.priya, asked))
        .contains("they reach 20 of 25 customers", "2 people are at work");
    absences.end(away.id(), world.hanna.actor());
  }

  @Test
  void theWriterSeesWhoWorksAtThatHourAndWhatIsDueThen() {
    String read = "/cases/" + matter.id() + "/next-read?next=write&nothing_more=&by=";
    assertThat(clicks.page(world.priya, read + "today 17:00"))
        .contains("Priya Nair works then;", "due in the hour before");
    assertThat(clicks.page(world.priya, read + "Sunday 10:00"))
        .contains("nobody works on Sunday 17 May", "Priya Nair");
  }
}

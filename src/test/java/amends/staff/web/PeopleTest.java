package amends.staff.web;

import static org.assertj.core.api.Assertions.assertThat;

import amends.shared.Actor;
import amends.staff.FirstStart;
import amends.staff.Grant;
import amends.staff.Person;
import amends.staff.Role;
import amends.staff.Staff;
import amends.staff.Team;
import amends.testing.Browser;
import amends.testing.DatabaseTest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** An administrator adds people, gives roles and lets people leave. */
@DatabaseTest
class PeopleTest {
  private static final String PASSWORD = "the jug arrived in one piece";
  private static final Pattern LINK = Pattern.compile("http://localhost(/first-start/[\\w-]{22})");

  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired FirstStart firstStart;

  private Browser browser;
  private Team team;

  @BeforeEach
  void anAdministrator() {
    if (staff.teams().isEmpty()) {
      String token = firstStart.linkIfNeeded().orElseThrow().replace("/first-start/", "");
      firstStart.accept(token, "Ada", "ada@house.example", PASSWORD);
      staff.addTeam("Front line", null, Actor.SYSTEM);
    }
    team = staff.teams().getFirst();
    browser = new Browser(mvc);
    browser.signIn("ada@house.example", PASSWORD);
    browser.open("/people");
  }

  private MockHttpServletResponse add(String name, String email, String role) {
    return browser.submit(
        "/people", "name", name, "email", email, "role", role, "team", String.valueOf(team.id()));
  }

  @Test
  void addsAnAgentWhoGetsInByTheLink() throws Exception {
    String page = add("Tom", "tom@house.example", "agent").getContentAsString();
    Matcher link = LINK.matcher(page);
    assertThat(link.find()).isTrue();
    Person tom = staff.findByEmail("tom@house.example").orElseThrow();
    assertThat(staff.grantsOf(tom.id())).containsExactly(Grant.inTeam(Role.AGENT, team.id()));
    assertThat(staff.teamsOf(tom.id())).containsExactly(team.id());
    Browser toms = new Browser(mvc);
    assertThat(toms.open(link.group(1)).getContentAsString()).contains("tom@house.example");
    assertThat(
            toms.submit(
                    link.group(1), "name", "Tom", "password", PASSWORD, "password_again", PASSWORD)
                .getRedirectedUrl())
        .isEqualTo("/");
    assertThat(toms.open("/people").getStatus()).isEqualTo(403);
  }

  @Test
  void keepsWhatWasTypedWhenItCannotBe() throws Exception {
    add("Eva", "eva@house.example", "lead");
    MockHttpServletResponse refused = add("Eva Two", "EVA@house.example", "lead");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString())
        .contains("Eva Two", "Somebody has this address already");
    assertThat(add("<b>X</b>", "no address", "agent").getContentAsString())
        .contains("&lt;b>X&lt;/b>", "such as name@example.com")
        .doesNotContain("<b>X</b>");
    assertThat(add("Max", "max@house.example", "emperor").getStatus()).isEqualTo(422);
  }

  @Test
  void givesAndTakesRolesAndTeams() {
    add("Kim", "kim@house.example", "agent");
    long kim = staff.findByEmail("kim@house.example").orElseThrow().id();
    String path = "/people/" + kim;
    String in = String.valueOf(team.id());
    assertThat(browser.open(path).getStatus()).isEqualTo(200);
    browser.submit(path + "/roles", "role", "manager", "team", in);
    assertThat(staff.grantsOf(kim)).contains(Grant.everywhere(Role.MANAGER));
    browser.submit(path + "/roles/ending", "role", "agent", "team", in);
    assertThat(staff.grantsOf(kim)).containsExactly(Grant.everywhere(Role.MANAGER));
    browser.submit(path + "/teams/ending", "team", in);
    assertThat(staff.teamsOf(kim)).isEmpty();
    browser.submit(path + "/teams", "team", in);
    assertThat(staff.teamsOf(kim)).containsExactly(team.id());
  }

  @Test
  void nobodyLetsOneselfLeaveAndTheLastAdministratorStays() throws Exception {
    long ada = staff.findByEmail("ada@house.example").orElseThrow().id();
    browser.submit("/people/" + ada + "/leaving");
    assertThat(browser.open("/people").getContentAsString()).contains("cannot do this to yourself");
    MockHttpServletResponse refused =
        browser.submit("/people/" + ada + "/roles/ending", "role", "administrator", "team", "");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("the last administrator");
  }

  @Test
  void letsAPersonLeave() throws Exception {
    add("Lou", "lou@house.example", "agent");
    long lou = staff.findByEmail("lou@house.example").orElseThrow().id();
    assertThat(browser.submit("/people/" + lou + "/leaving").getRedirectedUrl())
        .isEqualTo("/people");
    assertThat(browser.open("/people").getContentAsString()).contains("can no longer sign in");
    assertThat(staff.get(lou).active()).isFalse();
  }

  @Test
  void addsATeamOnce() throws Exception {
    browser.submit("/teams", "team_name", "Repairs");
    MockHttpServletResponse refused = browser.submit("/teams", "team_name", "repairs");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString()).contains("There is a team of this name");

    long repairs =
        staff.teams().stream()
            .filter(t -> t.name().equals("Repairs"))
            .findFirst()
            .orElseThrow()
            .id();
    browser.submit("/teams", "team_name", "Parts");
    String here = "/teams/" + repairs + "/name";
    MockHttpServletResponse taken = browser.submit(here, "team_name", "parts");
    assertThat(taken.getStatus()).isEqualTo(422);
    assertThat(taken.getContentAsString()).contains("There is a team of this name");
    assertThat(browser.submit(here, "team_name", "Workshop").getRedirectedUrl())
        .isEqualTo("/people");
    assertThat(staff.team(repairs).name()).isEqualTo("Workshop");
  }

  @Test
  void makesANewLinkForSomebodyWhoForgot() throws Exception {
    add("Pia", "pia@house.example", "agent");
    long pia = staff.findByEmail("pia@house.example").orElseThrow().id();
    assertThat(browser.submit("/people/" + pia + "/invitation").getContentAsString())
        .containsPattern(LINK);
  }
}

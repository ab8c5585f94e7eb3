package amends.staff.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import amends.shared.Actor;
import amends.staff.Grant;
import amends.staff.NewPerson;
import amends.staff.Person;
import amends.staff.Role;
import amends.staff.SignInRules;
import amends.staff.Staff;
import amends.staff.Team;
import amends.testing.As;
import amends.testing.DatabaseTest;
import amends.testing.TestClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Who changed what, as an administrator reads it. */
@DatabaseTest
class AuditTest {
  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired SignInRules rules;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  private Person ada;
  private Person ben;
  private Team team;

  @BeforeEach
  void adaGivesBenARole(TestInfo info) {
    clock.set(TestClock.START);
    String test = info.getTestMethod().orElseThrow().getName();
    ada = person("Ada Birch", "ada-" + test);
    ben = person("=Ben Moss", "ben-" + test);
    staff.grant(ada.id(), Grant.everywhere(Role.ADMINISTRATOR), Actor.SYSTEM);
    team = staff.addTeam("Team of " + test, null, Actor.person(ada.id()));
    staff.grant(ben.id(), Grant.inTeam(Role.LEAD, team.id()), Actor.person(ada.id()));
  }

  private Person person(String name, String address) {
    return staff.add(
        new NewPerson(name, address + "@house.example", Locale.ENGLISH, ZoneId.of("UTC")),
        Actor.SYSTEM);
  }

  private MockHttpServletResponse opened(String path) throws Exception {
    return mvc.perform(get(path).with(As.person(ada.id()))).andReturn().getResponse();
  }

  private String read(String path) throws Exception {
    return opened(path).getContentAsString();
  }

  @Test
  void namesWhoGaveWhichRoleWhereAndToWhom() throws Exception {
    assertThat(read("/audit?area=roles&person=" + ben.id()))
        .contains("Ada Birch", "role given", "Lead, " + team.name(), "=Ben Moss")
        .doesNotContain("role taken away");
  }

  @Test
  void keepsToTheAreaThePersonAndTheDays() throws Exception {
    rules.demandSecondFactor("leads", Actor.person(ada.id()));
    clock.pass(Duration.ofDays(3));
    rules.demandSecondFactor("nobody", Actor.person(ada.id()));
    String all = read("/audit?area=rules&person=" + ada.id());
    assertThat(all).contains("rules of signing in changed", "Leads, managers").contains("Nobody");
    String late = clock.instant().toString().substring(0, 10);
    assertThat(read("/audit?area=rules&person=" + ada.id() + "&from=" + late))
        .contains("Nobody has to")
        .doesNotContain("<small>Leads, managers");
    assertThat(read("/audit?area=teams&person=" + ben.id())).contains("Nothing was done that fits");
    assertThat(read("/audit?from=nonsense&person=x&before=y")).contains("role given");
  }

  @Test
  void turnsThePageWithoutLosingAnEntry() throws Exception {
    for (int i = 0; i < 60; i++) {
      staff.rename(ben.id(), "Ben " + i, Actor.person(ada.id()));
    }
    String first = read("/audit?area=people&person=" + ben.id());
    assertThat(first.split("<td>renamed", -1)).hasSize(51);
    String next = first.replaceAll("(?s).*href=\"([^\"]+)\" rel=\"next\".*", "$1");
    assertThat(read(next.replace("&amp;", "&")).split("<td>renamed", -1)).hasSize(11);
  }

  @Test
  void theFileHoldsTheSameAndNoFormula() throws Exception {
    MockHttpServletResponse file = opened("/audit.csv?area=roles&person=" + ben.id());
    assertThat(file.getHeader("Content-Disposition")).contains("audit.csv");
    assertThat(file.getContentAsString())
        .startsWith("\"at\",\"by\",\"kind\",\"of\",\"detail\"\r\n")
        .contains("\"Ada Birch\",\"staff.role_granted\",\"'=Ben Moss\",\"Lead, " + team.name());
  }

  @Test
  void theQuestionUsesTheIndexOfTheJournal() {
    String condition =
        sql.sql(
                "select pg_get_expr(indpred, indrelid) from pg_index where indexrelid = "
                    + "'journal_entry_administration'::regclass")
            .query(String.class)
            .single();
    assertThat(condition).contains("split_part(kind", "'staff'", "'installation'");
  }
}

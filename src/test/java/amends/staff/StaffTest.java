package amends.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.journal.Journal;
import amends.journal.Recorded;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.testing.DatabaseTest;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class StaffTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Vienna");

  @Autowired Staff staff;
  @Autowired Journal journal;
  @Autowired Acts acts;
  @Autowired JdbcClient sql;

  private String here;

  @BeforeEach
  void namesOfThisTest(TestInfo info) {
    here = info.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
  }

  private Person add(String name) {
    String email = name + "@" + here + ".example";
    return staff.add(new NewPerson(name, email, Locale.ENGLISH, ZONE), Actor.SYSTEM);
  }

  private Team team(String name) {
    return staff.addTeam(name + " " + here, null, Actor.SYSTEM);
  }

  @Test
  void findsAPersonByAddressInAnyCase() {
    Person tom = add("Tom");
    assertThat(staff.findByEmail("  TOM@" + here.toUpperCase(Locale.ROOT) + ".EXAMPLE "))
        .contains(tom);
    assertThat(tom.zone()).isEqualTo(ZONE);
    assertThat(tom.active()).isTrue();
  }

  /** Kept in memory by the versions of its rows: whoever changes them, it is seen at once. */
  @Test
  void everybodyIsListedAsTheyAreNow() {
    Person tom = add("Tom");
    assertThat(staff.people()).contains(tom);
    another("update person set name = 'Tomas' where id = :id", tom.id());
    assertThat(staff.people()).extracting(Person::name).contains("Tomas");
    assertThatThrownBy(() ->
            acts.run(() -> {
              another("update person set name = 'Never' where id = :id", tom.id());
              assertThat(staff.people()).extracting(Person::name).contains("Never");
              throw new Refusal("", "undone");
            }))
        .hasMessage("undone");
    assertThat(staff.people()).extracting(Person::name).contains("Tomas").doesNotContain("Never");
    staff.leave(tom.id(), Actor.SYSTEM);
    assertThat(staff.people()).filteredOn(p -> p.id() == tom.id()).noneMatch(Person::active);
    another("delete from person where id = :id", add("Ed").id());
    assertThat(staff.people()).extracting(Person::email).doesNotContain("Ed@" + here + ".example");
  }

  private Colleague onTheRoster(Person person) {
    return staff.roster().stream()
        .filter(c -> c.person().id() == person.id())
        .findFirst()
        .orElseThrow();
  }

  /** As another node would: without a word to this one. */
  private void another(String statement, long id) {
    sql.sql(statement).param("id", id).update();
  }

  /** Everybody is asked for in one statement by each request. */
  @Test
  void aViewerHasTheirRolesAndTeamsInTheirOrder() {
    Team front = team("front");
    Team back = team("back");
    Person tom = add("Tom");
    assertThat(staff.viewer(tom.id()).orElseThrow().grants()).isEmpty();
    staff.grant(tom.id(), Grant.inTeam(Role.AGENT, front.id()), Actor.SYSTEM);
    staff.grant(tom.id(), Grant.everywhere(Role.LEAD), Actor.SYSTEM);
    staff.grant(tom.id(), Grant.inTeam(Role.LEAD, back.id()), Actor.SYSTEM);
    staff.revoke(tom.id(), Grant.everywhere(Role.LEAD), Actor.SYSTEM);
    staff.join(tom.id(), back.id(), Actor.SYSTEM);
    Viewer viewer = staff.viewer(tom.id()).orElseThrow();
    assertThat(viewer.grants())
        .containsExactly(Grant.inTeam(Role.AGENT, front.id()), Grant.inTeam(Role.LEAD, back.id()))
        .isEqualTo(staff.grantsOf(tom.id()));
    assertThat(viewer.teams()).containsExactly(back.id()).isEqualTo(staff.teamsOf(tom.id()));
    assertThat(viewer.email()).isEqualTo(tom.email());
    assertThat(onTheRoster(tom)).isEqualTo(new Colleague(tom, viewer.grants(), viewer.teams()));
    another("update role_grant set revoked_at = granted_at where person_id = :id", tom.id());
    assertThat(onTheRoster(tom)).isEqualTo(new Colleague(tom, List.of(), viewer.teams()));
    another("delete from membership where person_id = :id", tom.id());
    assertThat(onTheRoster(tom)).isEqualTo(new Colleague(tom, List.of(), Set.of()));
    staff.leave(tom.id(), Actor.SYSTEM);
    assertThat(staff.viewer(tom.id())).isEmpty();
  }

  @Test
  void refusesASecondPersonWithTheSameAddress() {
    add("Tom");
    assertThatThrownBy(() -> add("tom"))
        .isInstanceOf(Refusal.class)
        .extracting(e -> ((Refusal) e).field())
        .isEqualTo("email");
  }

  @Test
  void refusesWhatIsNoNameOrAddress() {
    assertThatThrownBy(() -> new NewPerson(" ", "a@b.example", Locale.ENGLISH, ZONE))
        .hasMessage("staff.refused.name");
    assertThatThrownBy(() -> new NewPerson("Ann", "ann at home", Locale.ENGLISH, ZONE))
        .hasMessage("staff.refused.email");
    assertThatThrownBy(() -> new NewPerson("Ann", "a@b\r\nBcc: c@d", Locale.ENGLISH, ZONE))
        .hasMessage("staff.refused.email");
  }

  @Test
  void aTeamIsStaffedWhileSomebodyWhoHasNotLeftSharesItsQueue() {
    Team team = team("front");
    assertThat(staff.teamIsStaffed(team.id())).isFalse();
    Person tom = add("Tom");
    staff.join(tom.id(), team.id(), Actor.SYSTEM);
    assertThat(staff.teamIsStaffed(team.id())).isTrue();
    assertThat(staff.peopleOf(team.id())).containsExactly(tom);
    staff.leave(tom.id(), Actor.SYSTEM);
    assertThat(staff.teamIsStaffed(team.id())).isFalse();
  }

  @Test
  void theLeadOfTheTeamComesBeforeOneOfEverythingAndBeforeAManager() {
    Team team = team("front");
    Person manager = add("Mara");
    staff.grant(manager.id(), Grant.inTeam(Role.MANAGER, team.id()), Actor.SYSTEM);
    assertThat(staff.leadOf(team.id())).contains(manager);
    Person everywhere = add("Ed");
    staff.grant(everywhere.id(), Grant.everywhere(Role.LEAD), Actor.SYSTEM);
    assertThat(staff.leadOf(team.id())).contains(everywhere);
    Person lead = add("Lea");
    staff.grant(lead.id(), Grant.inTeam(Role.LEAD, team.id()), Actor.SYSTEM);
    assertThat(staff.leadOf(team.id())).contains(lead);
    staff.leave(lead.id(), Actor.SYSTEM);
    assertThat(staff.leadOf(team.id())).contains(everywhere);
    staff.revoke(everywhere.id(), Grant.everywhere(Role.LEAD), Actor.SYSTEM);
  }

  @Test
  void mailFindsItsBrandAndElseNone() {
    Brand first = brand("First", "help@first.example");
    Brand second = brand("Second", "Care@Second.example");
    assertThat(staff.brandForAddress("care@second.EXAMPLE")).contains(second);
    assertThat(staff.brandForAddress("care+c12.x3f@second.example")).contains(second);
    assertThat(staff.brandForAddress("who@else.example")).isEmpty();
    assertThat(staff.brandForAddress("help@first.example")).contains(first);
    assertThatThrownBy(() -> brand("Third", "HELP@first.example"))
        .hasMessage("staff.refused.sender_taken");
  }

  @Test
  void aNewCaseWaitsInAStaffedTeamOfItsBrandFirst() {
    Brand brand = brand("Jugs", "help@jugs.example");
    Team empty = staff.addTeam("jugs empty", brand.id(), Actor.SYSTEM);
    Team everybody = team("everybody");
    Person tom = add("Tom");
    staff.join(tom.id(), everybody.id(), Actor.SYSTEM);
    assertThat(staff.teamFor(brand.id()).map(t -> staff.teamIsStaffed(t.id()))).contains(true);
    staff.join(tom.id(), empty.id(), Actor.SYSTEM);
    assertThat(staff.teamFor(brand.id())).contains(empty);
  }

  @Test
  void everyChangeStandsInTheJournalWithoutNames() {
    Person tom = add("Tom");
    Team team = team("front");
    staff.grant(tom.id(), Grant.inTeam(Role.AGENT, team.id()), Actor.person(1));
    staff.grant(tom.id(), Grant.inTeam(Role.AGENT, team.id()), Actor.person(1));
    staff.join(tom.id(), team.id(), Actor.SYSTEM);
    staff.part(tom.id(), team.id(), Actor.SYSTEM);
    staff.revoke(tom.id(), Grant.inTeam(Role.AGENT, team.id()), Actor.SYSTEM);
    staff.rename(tom.id(), "Thomas", Actor.SYSTEM);
    staff.leave(tom.id(), Actor.SYSTEM);
    var history = journal.history(Subject.of("person", tom.id()));
    assertThat(history)
        .extracting(Recorded::kind)
        .containsExactly(
            "staff.person_added",
            "staff.role_granted",
            "staff.team_joined",
            "staff.team_parted",
            "staff.role_revoked",
            "staff.person_renamed",
            "staff.person_left");
    assertThat(history.get(1).actor()).isEqualTo(Actor.person(1));
    assertThat(history).noneMatch(r -> r.payload().contains("Tom"));
  }

  @Test
  void somebodyIsAlwaysThereWhoCanAdminister() {
    Person one = add("One");
    Person two = add("Two");
    staff.grant(one.id(), Grant.everywhere(Role.ADMINISTRATOR), Actor.SYSTEM);
    assertThatThrownBy(() -> staff.leave(one.id(), Actor.SYSTEM))
        .hasMessage("staff.refused.last_administrator");
    assertThatThrownBy(
            () -> staff.revoke(one.id(), Grant.everywhere(Role.ADMINISTRATOR), Actor.SYSTEM))
        .hasMessage("staff.refused.last_administrator");
    staff.grant(two.id(), Grant.everywhere(Role.ADMINISTRATOR), Actor.SYSTEM);
    staff.leave(one.id(), Actor.SYSTEM);
    assertThat(staff.get(one.id()).active()).isFalse();
    assertThat(staff.viewer(one.id())).isEmpty();
    staff.grant(add("Three").id(), Grant.everywhere(Role.ADMINISTRATOR), Actor.SYSTEM);
    staff.revoke(two.id(), Grant.everywhere(Role.ADMINISTRATOR), Actor.SYSTEM);
  }

  @Test
  void aViewerCarriesRolesAndTeamsAndTwoInitials() {
    Person tom =
        staff.add(
            new NewPerson("Tom van Okafor", "tvo@house.example", Locale.ENGLISH, ZONE),
            Actor.SYSTEM);
    Team team = team("front");
    staff.grant(tom.id(), Grant.inTeam(Role.AGENT, team.id()), Actor.SYSTEM);
    staff.join(tom.id(), team.id(), Actor.SYSTEM);
    Viewer viewer = staff.viewer(tom.id()).orElseThrow();
    assertThat(viewer.initials()).isEqualTo("TO");
    assertThat(viewer.grants()).containsExactly(Grant.inTeam(Role.AGENT, team.id()));
    assertThat(viewer.teams()).containsExactly(team.id());
    assertThat(staff.roster()).contains(new Colleague(tom, viewer.grants(), viewer.teams()));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThatThrownBy(() -> staff.get(999_999)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> staff.team(999_999)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> staff.brand(999_999)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> staff.grant(999_999, Grant.everywhere(Role.AGENT), Actor.SYSTEM))
        .isInstanceOf(NotFound.class);
  }

  private Brand brand(String name, String sender) {
    return staff.addBrand(new NewBrand(name, sender, Locale.ENGLISH, ZONE), Actor.SYSTEM);
  }
}

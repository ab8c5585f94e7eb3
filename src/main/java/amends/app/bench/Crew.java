package amends.app.bench;

import amends.app.Trouble;
import amends.shared.Actor;
import amends.staff.FirstStart;
import amends.staff.Grant;
import amends.staff.NewBrand;
import amends.staff.NewPerson;
import amends.staff.Person;
import amends.staff.Role;
import amends.staff.Staff;
import amends.staff.Team;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The colleagues of a measured installation: 24 teams of ten, a few of whom sign in. */
record Crew(Staff staff, FirstStart door) {
  private static final int TEAMS = 24;
  private static final int OF_A_TEAM = 10;
  private static final int SIGN_INS = 5;

  /** Enters them; answers the ground that cases stand on. */
  Map<String, Object> enter() {
    door.prepare(
        new NewBrand("Bench", "help@bench.example", Locale.ENGLISH, ZoneOffset.UTC), "Bench");
    List<Long> teams = new ArrayList<>();
    List<Long> people = new ArrayList<>();
    for (int team = 0; team < TEAMS; team++) {
      teams.add(staff.addTeam(teamName(team), null, Actor.SYSTEM).id());
      for (int n = 0; n < OF_A_TEAM; n++) {
        people.add(enter(teams.getLast(), team, n));
      }
    }
    for (int team = 0; team < SIGN_INS; team++) {
      signsIn(people.get(team * OF_A_TEAM));
      long everywhere = people.get(team * OF_A_TEAM + 1);
      staff.grant(everywhere, Grant.everywhere(Role.AGENT), Actor.SYSTEM);
      signsIn(everywhere);
    }
    return Map.of(
        "brand",
        staff.brands().getFirst().id(),
        "first_team",
        teams.getFirst(),
        "teams",
        TEAMS,
        "first_person",
        people.getFirst());
  }

  private long enter(long team, int number, int n) {
    Person person =
        staff.add(
            new NewPerson(
                "Agent " + number + " " + n, email(number, n), Locale.ENGLISH, ZoneOffset.UTC),
            Actor.SYSTEM);
    staff.join(person.id(), team, Actor.SYSTEM);
    staff.grant(person.id(), Grant.inTeam(Role.AGENT, team), Actor.SYSTEM);
    return person.id();
  }

  private void signsIn(long id) {
    Person person = staff.get(id);
    String link = door.invite(id, Actor.SYSTEM);
    String secret = link.substring(link.lastIndexOf('/') + 1);
    door.accept(secret, person.name(), person.email(), Site.PASSWORD);
  }

  /** Who signs in, the cases that they open left out. */
  List<Site.Agent> agents() {
    List<Site.Agent> agents = new ArrayList<>();
    for (int team = 0; team < SIGN_INS; team++) {
      agents.add(new Site.Agent(email(team, 0), team(teamName(team)), List.of()));
      agents.add(new Site.Agent(email(team, 1), 0, List.of()));
    }
    return agents;
  }

  private long team(String name) {
    return staff.teams().stream()
        .filter(team -> team.name().equals(name))
        .mapToLong(Team::id)
        .findFirst()
        .orElseThrow(() -> Trouble.couldNotRun("The kept data have no " + name + "; fill anew."));
  }

  private static String teamName(int number) {
    return "Team " + number;
  }

  private static String email(int team, int n) {
    return "agent-" + team + "-" + n + "@bench.example";
  }
}

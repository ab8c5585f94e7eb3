package amends.app.bench;

import amends.app.Amends;
import amends.app.Configuration;
import amends.app.DatabaseAccess;
import amends.app.House;
import amends.app.Scratch;
import amends.app.SettingsReader;
import amends.app.Trouble;
import amends.shared.Actor;
import amends.shared.Settings;
import amends.staff.FirstStart;
import amends.staff.Grant;
import amends.staff.NewBrand;
import amends.staff.NewPerson;
import amends.staff.Person;
import amends.staff.Role;
import amends.staff.Staff;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An installation with many cases and colleagues, on its own disk space, gone afterwards. */
final class Site implements AutoCloseable {
  static final String PASSWORD = "measured-at-the-desk";
  private static final int TEAMS = 24;
  private static final int OF_A_TEAM = 10;
  private static final int SIGN_INS = 5;

  private final Path scratch = Scratch.directory();
  private final Consumer<String> progress;
  private @Nullable Filling filling;
  private List<Agent> agents = List.of();

  /**
   * Somebody who signs in.
   *
   * @param team the only one whose cases they may see; 0 for all
   */
  record Agent(String email, long team, List<Long> cases) {}

  /** What agents look for. */
  record Wanted(
      List<String> names, List<String> numbers, List<String> phones, List<String> serials) {}

  Site(Consumer<String> progress) {
    this.progress = progress;
  }

  Path data() {
    return scratch.resolve("data");
  }

  /** Fills it up; while it is measured nobody else works on it. */
  Wanted fill(long cases) {
    Settings settings = SettingsReader.read(Map.of(), scratch).withData(data()).withPorts(0, 0);
    Map<String, Object> properties =
        Map.of("amends.duties", "off", "logging.threshold.console", "off");
    try (House house = House.open(new Configuration(settings, ""), properties, progress)) {
      ApplicationContext context = house.context();
      if (agents.isEmpty()) {
        prepare(context);
      }
      fill(context.getBean(DatabaseAccess.class), cases, context.getBean(InstantSource.class));
      return wanted(context.getBean(JdbcClient.class));
    }
  }

  private void fill(DatabaseAccess access, long cases, InstantSource clock) {
    try (Connection owner =
        DriverManager.getConnection(access.url(), access.ownerUser(), access.ownerPassword())) {
      Objects.requireNonNull(filling).upTo(owner, cases, clock.instant());
    } catch (SQLException e) {
      throw Trouble.couldNotRun("The cases cannot be written (" + e.getMessage() + ").");
    }
  }

  private void prepare(ApplicationContext context) {
    var door = context.getBean(FirstStart.class);
    door.prepare(
        new NewBrand("Bench", "help@bench.example", Locale.ENGLISH, ZoneOffset.UTC), "Bench");
    var staff = context.getBean(Staff.class);
    List<Agent> all = new ArrayList<>();
    List<Long> teams = new ArrayList<>();
    List<Long> people = new ArrayList<>();
    for (int team = 0; team < TEAMS; team++) {
      long id = staff.addTeam("Team " + team, null, Actor.SYSTEM).id();
      teams.add(id);
      for (int n = 0; n < OF_A_TEAM; n++) {
        people.add(enter(staff, id, team, n));
      }
    }
    for (int n = 0; n < SIGN_INS; n++) {
      long team = teams.get(n);
      all.add(signsIn(staff, door, people.get(n * OF_A_TEAM), team));
      long everywhere = people.get(n * OF_A_TEAM + 1);
      staff.grant(everywhere, Grant.everywhere(Role.AGENT), Actor.SYSTEM);
      all.add(signsIn(staff, door, everywhere, 0));
    }
    agents = all;
    filling =
        new Filling(
            Map.of(
                "brand", staff.brands().getFirst().id(),
                "first_team", teams.getFirst(),
                "teams", TEAMS,
                "first_person", people.getFirst()),
            progress);
  }

  private static long enter(Staff staff, long team, int number, int n) {
    String email = "agent-" + number + "-" + n + "@bench.example";
    Person person =
        staff.add(
            new NewPerson("Agent " + number + " " + n, email, Locale.ENGLISH, ZoneOffset.UTC),
            Actor.SYSTEM);
    staff.join(person.id(), team, Actor.SYSTEM);
    staff.grant(person.id(), Grant.inTeam(Role.AGENT, team), Actor.SYSTEM);
    return person.id();
  }

  private static Agent signsIn(Staff staff, FirstStart door, long id, long team) {
    Person person = staff.get(id);
    String link = door.invite(id, Actor.SYSTEM);
    door.accept(link.substring(link.lastIndexOf('/') + 1), person.name(), person.email(), PASSWORD);
    return new Agent(person.email(), team, List.of());
  }

  private Wanted wanted(JdbcClient sql) {
    Script script = Script.read("pages");
    agents =
        agents.stream()
            .map(agent ->
                new Agent(
                    agent.email(),
                    agent.team(),
                    sql.sql(script.of("cases_of"))
                        .param("team", agent.team())
                        .query(Long.class)
                        .list()))
            .toList();
    List<String> names = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    sql.sql(script.of("names"))
        .query(rs -> {
          names.add(rs.getString("name"));
          numbers.add(rs.getString("external_id"));
        });
    return new Wanted(
        names,
        numbers,
        sql.sql(script.of("phones")).query(String.class).list(),
        sql.sql(script.of("serials")).query(String.class).list());
  }

  List<Agent> agents() {
    return agents;
  }

  /** The program as people run it, with its own duties, in a process of its own. */
  Child open(int port) {
    Map<String, String> environment =
        Map.of(
            "AMENDS_DATA",
            data().toString(),
            "AMENDS_HTTP_PORT",
            "" + port,
            "AMENDS_MAIL_PORT",
            "0");
    List<String> line =
        List.of("-cp", System.getProperty("java.class.path"), Amends.class.getName(), "run");
    return Child.timed(environment, line, port, "200");
  }

  @Override
  public void close() {
    Scratch.remove(scratch);
  }
}

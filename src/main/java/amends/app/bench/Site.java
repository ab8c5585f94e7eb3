package amends.app.bench;

import amends.app.Amends;
import amends.app.Configuration;
import amends.app.DatabaseAccess;
import amends.app.House;
import amends.app.Scratch;
import amends.app.SettingsReader;
import amends.app.Trouble;
import amends.shared.Settings;
import amends.staff.FirstStart;
import amends.staff.Staff;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An installation with many cases and colleagues: on disk space of its own and gone afterwards, or
 * in a directory where it is kept and found filled the next time.
 */
final class Site implements AutoCloseable {
  static final String PASSWORD = "measured-at-the-desk";

  private final Path home;
  private final boolean kept;
  private final Consumer<String> progress;
  private @Nullable Filling filling;
  private List<Agent> agents = List.of();

  /**
   * Somebody who signs in.
   *
   * @param team the only one whose cases they may see; 0 for all
   */
  record Agent(String email, long team, List<Long> cases) {}

  /**
   * What agents look for.
   *
   * @param said two words that stand in one case
   */
  record Wanted(
      List<String> said,
      List<String> names,
      List<String> numbers,
      List<String> phones,
      List<String> serials) {}

  private Site(Path home, boolean kept, Consumer<String> progress) {
    this.home = home;
    this.kept = kept;
    this.progress = progress;
  }

  static Site passing(Consumer<String> progress) {
    return new Site(Scratch.directory(), false, progress);
  }

  static Site kept(Path home, Consumer<String> progress) {
    return new Site(home, true, progress);
  }

  private Path data() {
    return home.resolve("data");
  }

  /** Fills it up, unless it was kept full; while it is measured nobody else works on it. */
  Wanted fill(long cases) {
    var mark = new FullMark(home);
    boolean full = kept && mark.says(cases);
    try (House house = house()) {
      ApplicationContext context = house.context();
      var sql = context.getBean(JdbcClient.class);
      var crew = new Crew(context.getBean(Staff.class), context.getBean(FirstStart.class));
      if (filling == null && !full) {
        filling = new Filling(crew.enter(), progress);
      }
      if (!full) {
        InstantSource clock = context.getBean(InstantSource.class);
        fill(context.getBean(DatabaseAccess.class), cases, clock);
        mark.write(cases, clock.instant());
      }
      return wanted(crew.agents(), sql);
    }
  }

  /** The program without its duties, in this process. */
  House house() {
    Settings settings = SettingsReader.read(Map.of(), home).withData(data()).withPorts(0, 0);
    Map<String, Object> properties =
        Map.of("amends.duties", "off", "logging.threshold.console", "off");
    return House.open(new Configuration(settings, ""), properties, progress);
  }

  private void fill(DatabaseAccess access, long cases, InstantSource clock) {
    try (Connection owner =
        DriverManager.getConnection(access.url(), access.ownerUser(), access.ownerPassword())) {
      Objects.requireNonNull(filling).upTo(owner, cases, clock.instant());
    } catch (SQLException e) {
      throw Trouble.couldNotRun("The cases cannot be written (" + e.getMessage() + ").");
    }
  }

  private Wanted wanted(List<Agent> crew, JdbcClient sql) {
    Script script = Script.read("pages");
    agents =
        crew.stream()
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
        sql.sql(script.of("said")).query(String.class).list(),
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
    String path = System.getProperty("java.class.path");
    Path cache = Path.of(path.split(":", -1)[0]).resolveSibling("amends.aot");
    List<String> line =
        Files.exists(cache)
            ? List.of("-XX:AOTCache=" + cache, "-jar", path, "run")
            : List.of("-cp", path, Amends.class.getName(), "run");
    return Child.timed(environment, line, port, "200");
  }

  @Override
  public void close() {
    if (!kept) {
      Scratch.remove(home);
    }
  }
}

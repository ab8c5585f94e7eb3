package amends.app.bench;

import amends.app.Configuration;
import amends.app.DatabaseAccess;
import amends.app.House;
import amends.app.Scratch;
import amends.app.SettingsReader;
import amends.shared.Settings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;

/** A fresh installation on free ports for one bench: durable, empty, gone afterwards. */
public final class Stage implements AutoCloseable {
  private final Path scratch;
  private final House house;

  private Stage(Path scratch, House house) {
    this.scratch = scratch;
    this.house = house;
  }

  /**
   * @param duties whether the program works by itself, or the bench performs what it measures
   */
  public static Stage open(boolean duties, Consumer<String> progress) {
    Path scratch = Scratch.directory();
    Settings settings =
        SettingsReader.read(Map.of(), scratch).withData(scratch.resolve("data")).withPorts(0, 0);
    Map<String, Object> properties =
        Map.of("amends.duties", duties ? "on" : "off", "logging.threshold.console", "off");
    try {
      return new Stage(scratch, House.open(new Configuration(settings, ""), properties, progress));
    } catch (RuntimeException e) {
      Scratch.remove(scratch);
      throw e;
    }
  }

  public ApplicationContext context() {
    return house.context();
  }

  /** A connection that may change tables, for whoever closes it. */
  Connection owner() throws SQLException {
    DatabaseAccess access = context().getBean(DatabaseAccess.class);
    return DriverManager.getConnection(access.url(), access.ownerUser(), access.ownerPassword());
  }

  public Settings settings() {
    return house.settings();
  }

  @Override
  public void close() {
    house.close();
    Scratch.remove(scratch);
  }
}

package amends.app;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A promise must survive a power cut: asserted at each start, on our server and on a user's. */
final class Durability {
  private static final int OLDEST = 150_000;

  private Durability() {}

  /** Asked as the program's role, because a role may have settings of its own. */
  static void demand(DatabaseAccess access) {
    try (Connection connection =
        DriverManager.getConnection(Jdbc.url(access.url()), access.user(), access.password())) {
      demandVersion(connection);
      demand(connection, "server_encoding", "UTF8", true);
      demand(connection, "fsync", "on", true);
      demand(connection, "full_page_writes", "on", true);
      demand(connection, "synchronous_commit", "off", false);
    } catch (SQLException e) {
      throw Trouble.couldNotRun(
          "The database at %s cannot be reached as %s (%s); check that it runs, and"
                  .formatted(access.url(), access.user(), oneLine(String.valueOf(e.getMessage())))
              + " AMENDS_DATABASE_URL, _USER and _PASSWORD.");
    }
  }

  private static void demandVersion(Connection connection) throws SQLException {
    int version = Integer.parseInt(show(connection, "server_version_num"));
    if (version < OLDEST) {
      throw Trouble.couldNotRun(
          "The database is PostgreSQL %s; Amends needs 15 or newer, so upgrade it or use another."
              .formatted(show(connection, "server_version")));
    }
  }

  private static void demand(Connection connection, String name, String word, boolean wanted)
      throws SQLException {
    String value = show(connection, name);
    if (value.equals(word) == wanted) return;
    throw Trouble.couldNotRun(
        "The database has %s = %s, with which a promise could be lost; set it to %s and start again."
            .formatted(name, value, wanted ? word : "on"));
  }

  private static String show(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("show " + name)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static String oneLine(String message) {
    return message.lines().findFirst().orElse("").strip();
  }
}

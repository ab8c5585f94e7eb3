package amends.app.backup;

import amends.app.DatabaseAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A connection for one long piece of work: outside the pool, without a statement time-out. */
final class Connections {
  private Connections() {}

  static Connection bulk(DatabaseAccess access, boolean owner) throws SQLException {
    String url =
        access.url()
            + (access.url().contains("?") ? "&" : "?")
            + "logServerErrorDetail=false&connectTimeout=3&tcpKeepAlive=true";
    Connection connection =
        DriverManager.getConnection(
            url,
            owner ? access.ownerUser() : access.user(),
            owner ? access.ownerPassword() : access.password());
    try (Statement statement = connection.createStatement()) {
      statement.execute("set statement_timeout = 0");
      statement.execute("set lock_timeout = '10s'");
    }
    return connection;
  }
}

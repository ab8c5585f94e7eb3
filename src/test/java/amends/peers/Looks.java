package amends.peers;

import amends.faults.Node;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Looks into a program's database over one session: to open one takes longer than to look. */
final class Looks {
  private final Node node;
  private @Nullable Connection session;

  Looks(Node node) {
    this.node = node;
  }

  synchronized long count(String sql) {
    try (Statement statement = session().createStatement();
        ResultSet rs = statement.executeQuery(sql)) {
      rs.next();
      return rs.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  synchronized void run(String sql) {
    try (Statement statement = session().createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection session() throws SQLException {
    Connection open = session;
    if (open == null || open.isClosed()) {
      open = node.record();
      session = open;
    }
    return open;
  }
}

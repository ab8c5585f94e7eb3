package amends.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Does to the current test's database what the program's role may not, past its triggers. */
public final class AsOwner {
  /** A connection of the owner, for whoever closes it. */
  public static Connection connection() throws SQLException {
    return TestWiring.DATABASE.current().owner();
  }

  public void run(String... statements) {
    try (Connection owner = TestWiring.DATABASE.current().owner();
        Statement statement = owner.createStatement()) {
      statement.execute("alter table journal_entry disable trigger user");
      statement.execute("alter table journal_seal disable trigger user");
      for (String sql : statements) {
        statement.execute(sql);
      }
      statement.execute("alter table journal_entry enable trigger user");
      statement.execute("alter table journal_seal enable trigger user");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

package amends.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The one data source of the one context, standing on the clone of the class that runs. */
final class SwitchedDataSource extends DelegatingDataSource {
  private TestDatabase.Clone clone;

  void enter(TestDatabase.Clone next) {
    clone = next;
    setTargetDataSource(next.pool());
  }

  boolean isEntered() {
    return clone != null;
  }

  TestDatabase.Clone current() {
    return Objects.requireNonNull(clone);
  }

  TestDatabase.Clone leave() {
    TestDatabase.Clone left = Objects.requireNonNull(clone);
    ((HikariDataSource) Objects.requireNonNull(getTargetDataSource())).close();
    clone = null;
    return left;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return Statements.heard(super.getConnection());
  }

  @Override
  public void afterPropertiesSet() {
    // The first class has entered before the context starts.
  }
}

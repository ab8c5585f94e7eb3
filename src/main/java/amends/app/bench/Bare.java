package amends.app.bench;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tables without what makes writing a great many rows slow, such as indexes and foreign keys, until
 * it is closed: then they have it again.
 */
final class Bare implements AutoCloseable {
  private final JdbcClient sql;
  private final List<String> back = new ArrayList<>();

  /**
   * @param what queries that tell how something is taken off ({@code off}) and put back ({@code
   *     back})
   */
  Bare(JdbcClient sql, List<String> what) {
    this.sql = sql;
    what.forEach(this::takeOff);
  }

  private void takeOff(String what) {
    List<String> off = new ArrayList<>();
    sql.sql(what)
        .query(rs -> {
          off.add(rs.getString("off"));
          back.add(rs.getString("back"));
        });
    off.forEach(statement -> sql.sql(statement).update());
  }

  @Override
  public void close() {
    back.reversed().forEach(statement -> sql.sql(statement).update());
  }
}

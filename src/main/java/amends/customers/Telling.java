package amends.customers;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes down what rooms hold about one customer, table by table and file by file. */
public abstract class Telling {
  private final JdbcClient sql;
  private final Traces traces;

  Telling(JdbcClient sql, Traces traces) {
    this.sql = sql;
    this.traces = traces;
  }

  /**
   * Takes down the rows of a query, which may name {@code :customers, :cases, :orders, :names,
   * :addresses} (arrays).
   */
  public final void rows(String table, String query) {
    rows(
        table,
        sql.sql(query).params(traces.params()).param("gone", Holdings.GONE).query().listOfRows());
  }

  /** Takes down rows: column names and values. */
  public abstract void rows(String table, List<Map<String, Object>> rows);

  /** Takes down a file of theirs. */
  public abstract void file(String name, byte[] content);
}

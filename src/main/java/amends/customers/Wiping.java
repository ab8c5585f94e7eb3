package amends.customers;

import amends.shared.Sql;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs the statements of one erasure and counts the rows that they reach. A statement may name
 * {@code :customers, :cases, :orders, :names, :addresses} (arrays), {@code :at} and {@code :gone}.
 */
public final class Wiping {
  private final JdbcClient sql;
  private final Traces traces;
  private final Map<String, Integer> counts = new TreeMap<>();

  Wiping(JdbcClient sql, Traces traces) {
    this.sql = sql;
    this.traces = traces;
  }

  /** Runs it and counts what it reached under the table's name. */
  public void run(String table, String statement) {
    count(
        table,
        sql.sql(statement)
            .params(traces.params())
            .param("at", Sql.at(traces.at()))
            .param("gone", Holdings.GONE)
            .update());
  }

  /** Runs it with {@code :ids} too. */
  public void run(String table, String statement, List<Long> ids) {
    count(
        table,
        sql.sql(statement)
            .params(traces.params())
            .param("ids", ids.toArray(Long[]::new))
            .param("at", Sql.at(traces.at()))
            .param("gone", Holdings.GONE)
            .update());
  }

  /** The ids that a query finds. */
  public List<Long> ids(String query) {
    return sql.sql(query).params(traces.params()).query(Long.class).list();
  }

  public void count(String table, int rows) {
    counts.merge(table, rows, Integer::sum);
  }

  /** Rows by table; what was not touched is left out. */
  Map<String, Integer> counts() {
    Map<String, Integer> touched = new TreeMap<>(counts);
    touched.values().removeIf(n -> n == 0);
    return touched;
  }
}

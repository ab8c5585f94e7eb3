package amends.app.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the schema holds, read from PostgreSQL's own catalogue. */
final class Catalog {
  /** Flyway writes its own; nobody stays signed in over a restore. */
  private static final Set<String> LEFT_OUT =
      Set.of("flyway_schema_history", "spring_session", "spring_session_attributes");

  private final Connection connection;

  Catalog(Connection connection) {
    this.connection = connection;
  }

  /** Columns by table; a generated column is not data. */
  Map<String, List<String>> tables() throws SQLException {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    read(
        """
        select c.relname, a.attname
          from pg_class c join pg_attribute a on a.attrelid = c.oid
         where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
           and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
         order by c.relname, a.attnum
        """,
        row ->
            tables.computeIfAbsent(row.getString(1), t -> new ArrayList<>()).add(row.getString(2)));
    tables.keySet().removeAll(LEFT_OUT);
    return tables;
  }

  List<Manifest.Sequence> sequences() throws SQLException {
    List<String> names = new ArrayList<>();
    read(
        """
        select relname from pg_class
         where relnamespace = current_schema()::regnamespace and relkind = 'S' order by relname
        """,
        row -> names.add(row.getString(1)));
    List<Manifest.Sequence> found = new ArrayList<>();
    for (String name : names) {
      read(
          "select last_value, is_called from \"" + name + "\"",
          row -> found.add(new Manifest.Sequence(name, row.getLong(1), row.getBoolean(2))));
    }
    return found;
  }

  List<String> migrations() throws SQLException {
    List<String> versions = new ArrayList<>();
    if (!has("flyway_schema_history")) return versions;
    read(
        "select version from flyway_schema_history where success and version is not null order by 1",
        row -> versions.add(row.getString(1)));
    return versions;
  }

  /** Whether anybody has worked here; a new schema has some rows too, but none in these. */
  boolean isUsed() throws SQLException {
    boolean used = false;
    for (String table : List.of("journal_entry", "inbound", "person", "customer")) {
      used |= has(table) && count("select count(*) from (select from " + table + " limit 1) t") > 0;
    }
    return used;
  }

  private boolean has(String table) throws SQLException {
    return count("select count(*) from pg_class where oid = to_regclass('" + table + "')") > 0;
  }

  private long count(String sql) throws SQLException {
    long[] number = {0};
    read(sql, row -> number[0] = row.getLong(1));
    return number[0];
  }

  void read(String sql, Row each) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) each.take(rows);
    }
  }

  /** Takes one row. */
  interface Row {
    void take(ResultSet row) throws SQLException;
  }
}

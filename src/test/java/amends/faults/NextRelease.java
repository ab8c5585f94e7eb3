package amends.faults;

import amends.app.postgres.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What a release to come does to the schema in its expanding half, at its boldest: a column more in
 * every table, a column more at the end of every view, an index, a table that points at cases, and
 * a line in the history that the older program does not know.
 */
final class NextRelease {
  static final String VERSION = "209912312359";

  private NextRelease() {}

  /** While both nodes work; each change waits two seconds for its lock and is tried again. */
  static int expand(EmbeddedPostgres postgres) throws SQLException {
    try (Connection owner =
        DriverManager.getConnection(
            postgres.jdbcUrl(), postgres.ownerUser(), postgres.ownerPassword())) {
      List<String> changes = new ArrayList<>();
      for (String table : names(owner, "BASE TABLE")) {
        changes.add("alter table \"" + table + "\" add column of_next_release text");
      }
      for (String view : names(owner, "VIEW")) {
        changes.add(widened(owner, view));
      }
      changes.add(
          "create table of_next_release (case_id bigint primary key references amends_case)");
      changes.add("create index of_next_release_subject on amends_case (of_next_release)");
      changes.add(
          """
          insert into flyway_schema_history (installed_rank, version, description, type, script,
            checksum, installed_by, installed_on, execution_time, success)
          select max(installed_rank) + 1, '%s', 'of next release', 'SQL', 'V%s__of_next_release.sql',
            1, current_user, current_timestamp, 1, true from flyway_schema_history
          """
              .formatted(VERSION, VERSION));
      try (Statement statement = owner.createStatement()) {
        statement.execute("set lock_timeout = '2s'");
      }
      for (String change : changes) {
        patiently(owner, change);
      }
      return changes.size();
    }
  }

  private static void patiently(Connection owner, String change) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try (Statement statement = owner.createStatement()) {
        statement.execute(change);
        return;
      } catch (SQLException e) {
        boolean busy = "55P03".equals(e.getSQLState()) || "40P01".equals(e.getSQLState());
        if (!busy || attempt == 30) throw new SQLException(change, e);
      }
    }
  }

  private static List<String> names(Connection owner, String type) throws SQLException {
    return texts(
        owner,
        """
        select table_name from information_schema.tables
        where table_schema = 'public' and table_type = '%s' and table_name <> 'flyway_schema_history'
        order by 1
        """
            .formatted(type));
  }

  private static String widened(Connection owner, String view) throws SQLException {
    String body =
        texts(owner, "select pg_get_viewdef('\"" + view + "\"'::regclass)")
            .getFirst()
            .replaceFirst(";\\s*$", "");
    return "create or replace view \"%s\" as select v.*, null::text as of_next_release from (%s) v"
        .formatted(view, body);
  }

  private static List<String> texts(Connection owner, String sql) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet rs = statement.executeQuery(sql)) {
      List<String> all = new ArrayList<>();
      while (rs.next()) all.add(rs.getString(1));
      return all;
    }
  }
}

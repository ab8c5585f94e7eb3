package amends.app.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Lets rows in whatever order they come: foreign keys are dropped and made again, triggers are
 * switched off and on, all in the caller's transaction. An owner may do this; only a superuser
 * could switch off replication triggers instead.
 */
final class OpenTables {
  private final Connection connection;
  private final List<String> afterwards = new ArrayList<>();

  private OpenTables(Connection connection) {
    this.connection = connection;
  }

  static OpenTables empty(Connection connection, Set<String> tables) throws SQLException {
    var open = new OpenTables(connection);
    open.dropForeignKeys();
    open.disableTriggers();
    String all = "\"" + String.join("\", \"", tables) + "\"";
    open.execute("truncate " + all);
    return open;
  }

  private void dropForeignKeys() throws SQLException {
    List<String> now = new ArrayList<>();
    new Catalog(connection)
        .read(
            """
            select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                   format('alter table %s add constraint %I %s', conrelid::regclass, conname,
                          pg_get_constraintdef(oid))
              from pg_constraint
             where contype = 'f' and conparentid = 0
               and connamespace = current_schema()::regnamespace
            """,
            row -> {
              now.add(row.getString(1));
              afterwards.add(row.getString(2));
            });
    for (String sql : now) execute(sql);
  }

  private void disableTriggers() throws SQLException {
    List<String> now = new ArrayList<>();
    new Catalog(connection)
        .read(
            """
            select format('alter table %s disable trigger %I', tgrelid::regclass, tgname),
                   format('alter table %s enable trigger %I', tgrelid::regclass, tgname)
              from pg_trigger t join pg_class c on c.oid = t.tgrelid
             where not tgisinternal and tgenabled = 'O'
               and c.relnamespace = current_schema()::regnamespace
            """,
            row -> {
              now.add(row.getString(1));
              afterwards.add(row.getString(2));
            });
    for (String sql : now) execute(sql);
  }

  /** Makes the keys again, which verifies every row against them. */
  void close() throws SQLException {
    for (String sql : afterwards) execute(sql);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

package amends.app.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Three roles: the superuser only makes the other two, the owner migrates, the program reads and
 * writes rows but can neither change the schema nor rewrite the journal.
 */
public final class Roles {
  public static final String SUPERUSER = "postgres";
  public static final String OWNER = "amends_owner";
  public static final String PROGRAM = "amends_app";

  /** Tables that only grow. */
  public static final List<String> APPEND_ONLY = List.of("journal_entry", "journal_seal");

  /** Tables that the program only reads. */
  private static final List<String> READ_ONLY = List.of("flyway_schema_history");

  private Roles() {}

  static void make(Connection superuser, Cluster.Passwords passwords) throws SQLException {
    make(superuser, OWNER, "createdb", passwords.owner());
    make(superuser, PROGRAM, "nocreatedb", passwords.program());
  }

  private static void make(Connection superuser, String role, String right, String password)
      throws SQLException {
    // Set anew at each start: a crash between initdb and here must not lock us out for good.
    String verb = exists(superuser, "pg_roles where rolname", role) ? "alter" : "create";
    try (Statement statement = superuser.createStatement()) {
      statement.execute(
          verb + " role " + role + " login " + right + " password '" + password + "'");
    }
  }

  static void makeDatabase(Connection superuser, String database) throws SQLException {
    if (exists(superuser, "pg_database where datname", database)) return;
    try (Statement statement = superuser.createStatement()) {
      statement.execute("create database \"" + database + "\" owner " + OWNER);
    }
  }

  private static boolean exists(Connection connection, String where, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement("select 1 from " + where + " = ?")) {
      statement.setString(1, name);
      try (ResultSet found = statement.executeQuery()) {
        return found.next();
      }
    }
  }

  /**
   * Grants the program's role what it may do in this database; called as the owner after every
   * migration.
   */
  public static void grant(Connection owner) throws SQLException {
    grant(owner, PROGRAM);
  }

  /** The same for a program role of another name, on a user's own database. */
  public static void grant(Connection owner, String program) throws SQLException {
    String database = owner.getCatalog();
    try (Statement statement = owner.createStatement()) {
      statement.execute("revoke create, temporary on database \"" + database + "\" from public");
      statement.execute("revoke all on all tables in schema public from " + program);
      statement.execute("grant usage on schema public to " + program);
      statement.execute(
          "grant select, insert, update, delete on all tables in schema public to " + program);
      statement.execute("grant usage, select on all sequences in schema public to " + program);
    }
    for (String table : APPEND_ONLY) revoke(owner, "update, delete, truncate", table, program);
    for (String table : READ_ONLY) {
      revoke(owner, "insert, update, delete, truncate", table, program);
    }
  }

  private static void revoke(Connection owner, String rights, String table, String program)
      throws SQLException {
    if (!exists(owner, "pg_tables where schemaname = 'public' and tablename", table)) return;
    try (Statement statement = owner.createStatement()) {
      statement.execute("revoke " + rights + " on " + table + " from " + program);
    }
  }
}

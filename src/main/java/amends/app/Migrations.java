package amends.app;

import amends.app.postgres.Roles;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the schema up to date as the owner, then grants the program's role what it may do. */
public final class Migrations {
  private static final Pattern EXTENSION = Pattern.compile("extension \"(\\w+)\"");

  private Migrations() {}

  /** Everything, before Spring starts. */
  public static void run(DatabaseAccess access) {
    try (Connection owner =
        DriverManager.getConnection(
            Jdbc.url(access.url()), access.ownerUser(), access.ownerPassword())) {
      if (SchemaMark.isCurrent(owner) && mayWork(owner, access)) return;
      SchemaMark.takeOff(owner);
      SchemaMark.forgetFailed(owner);
      int applied = flyway(access).load().migrate().migrationsExecuted;
      grant(owner, access, applied > 0);
      SchemaMark.putOn(owner);
    } catch (SQLException e) {
      throw Trouble.couldNotRun(
          "The database at %s cannot be migrated as %s (%s); check that role's password and rights."
              .formatted(access.url(), access.ownerUser(), e.getMessage()));
    } catch (FlywayException e) {
      refuseWithoutExtension(e);
      throw Trouble.couldNotRun(
          "The database's schema cannot be brought up to date (%s); if a newer Amends has worked on"
                  .formatted(firstLine(e))
              + " it, start that one.");
    }
  }

  /** As far as a backup had them; nothing is granted yet. */
  public static void to(DatabaseAccess access, List<String> versions) {
    if (versions.isEmpty()) return;
    try {
      String last =
          versions.stream()
              .map(MigrationVersion::fromVersion)
              .sorted()
              .toList()
              .getLast()
              .getVersion();
      flyway(access).target(last).load().migrate();
    } catch (FlywayException e) {
      throw Trouble.couldNotRun(
          "The schema cannot be made as the backup had it (" + firstLine(e) + ").");
    }
  }

  static FluentConfiguration flyway(DatabaseAccess access) {
    var flyway =
        Flyway.configure()
            .dataSource(
                Jdbc.url(access.url()).replace("socketTimeout=60", "socketTimeout=0"),
                access.ownerUser(),
                access.ownerPassword())
            .locations("classpath:db/migration")
            .outOfOrder(true);
    // With a transactional lock, create index concurrently waits for ever.
    flyway.configuration(Map.of("flyway.postgresql.transactional.lock", "false"));
    return flyway;
  }

  /** Search needs three modules that come with PostgreSQL and that some packages leave out. */
  private static void refuseWithoutExtension(FlywayException e) {
    Matcher missing = EXTENSION.matcher(String.valueOf(e.getMessage()));
    if (missing.find()) {
      throw Trouble.couldNotRun(
          "The database lacks the extension %s, which search needs; install PostgreSQL's own contrib"
                  .formatted(missing.group(1))
              + " package on its server, or run \"create extension %s\" there as its administrator,"
                  .formatted(missing.group(1))
              + " and start again.");
    }
  }

  /** Anew only when needed: other nodes may be working with these rights. */
  private static void grant(Connection owner, DatabaseAccess access, boolean changed) {
    try {
      if (access.hasOneRole() || !changed && isGranted(owner, access.user())) return;
      owner.setAutoCommit(false);
      Roles.grant(owner, access.user());
      owner.commit();
      owner.setAutoCommit(true);
    } catch (SQLException e) {
      throw Trouble.couldNotRun(
          "The role %s cannot be given its rights by the role %s (%s); make both as"
                  .formatted(access.user(), access.ownerUser(), e.getMessage())
              + " docs/operations.md says.");
    }
  }

  private static boolean mayWork(Connection owner, DatabaseAccess access) throws SQLException {
    return access.hasOneRole() || isGranted(owner, access.user());
  }

  private static boolean isGranted(Connection owner, String program) throws SQLException {
    try (var statement =
        owner.prepareStatement("select has_table_privilege(?, 'journal_entry', 'insert')")) {
      statement.setString(1, program);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }

  private static String firstLine(Exception e) {
    String message = e.getMessage();
    return message == null ? "" : message.lines().findFirst().orElse("").strip();
  }
}

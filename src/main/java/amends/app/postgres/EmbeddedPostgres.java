package amends.app.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * One embedded PostgreSQL server on loopback, with password and scram, durable unless a test says
 * otherwise, as a direct child of this process.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  /** The database of an installation. */
  public static final String DATABASE = "amends";

  private final DataLock lock;
  private final Supervisor server;
  private final Cluster.Passwords passwords;

  private EmbeddedPostgres(DataLock lock, Supervisor server, Cluster.Passwords passwords) {
    this.lock = lock;
    this.server = server;
    this.passwords = passwords;
  }

  /**
   * Starts the server of this data directory: unpacks and initialises what is missing, stops an
   * orphan that a killed process left, waits for recovery however long it takes, and makes roles
   * and database.
   *
   * @throws PostgresTrouble with one sentence when it cannot serve; nothing is left running
   */
  public static EmbeddedPostgres start(Options options) {
    DataLock lock = DataLock.take(options.dataDirectory());
    try {
      var programs = new Programs(Binaries.unpacked(Binaries.home(options), options.progress()));
      var cluster = new Cluster(options.dataDirectory());
      Cluster.Passwords passwords = cluster.prepare(programs, options.progress());
      Orphans.stop(cluster.directory(), programs, options.progress());
      var server = new Supervisor(programs, cluster, options);
      return made(new EmbeddedPostgres(lock, server, passwords));
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static EmbeddedPostgres made(EmbeddedPostgres started) {
    try (Connection superuser =
        DriverManager.getConnection(
            started.jdbcUrl("postgres"), Roles.SUPERUSER, started.passwords.superuser())) {
      Roles.make(superuser, started.passwords);
      Roles.makeDatabase(superuser, DATABASE);
      return started;
    } catch (SQLException e) {
      started.server.stop();
      throw new PostgresTrouble(
          "PostgreSQL started but its roles cannot be made (" + e.getMessage() + ").", e);
    }
  }

  /** From now on a server that ends by itself is started again on the same port. */
  public EmbeddedPostgres keepAlive() {
    server.keepAlive();
    return this;
  }

  public int port() {
    return server.port();
  }

  public long pid() {
    return server.pid();
  }

  /** The server's log, without statements or row contents. */
  public Path log() {
    return server.log();
  }

  public String jdbcUrl() {
    return jdbcUrl(DATABASE);
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
  }

  /** Owns the database, migrates, may make databases; is no superuser. */
  public String ownerUser() {
    return Roles.OWNER;
  }

  public String ownerPassword() {
    return passwords.owner();
  }

  /** The program's role: rows only. */
  public String programUser() {
    return Roles.PROGRAM;
  }

  public String programPassword() {
    return passwords.program();
  }

  public boolean isAlive() {
    return server.isAlive();
  }

  /** Stops the server in order ({@code pg_ctl -m fast}) and waits until it is gone. */
  @Override
  public void close() {
    try {
      server.stop();
    } finally {
      lock.close();
    }
  }
}

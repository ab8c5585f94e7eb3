package amends.testing;

import amends.app.postgres.EmbeddedPostgres;
import amends.app.postgres.Options;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for a run, one migrated template in it, a clone for each test class. */
public final class TestDatabase {
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long ROOM = 4L << 30;
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Path DIRECTORY = directory();
  private static final EmbeddedPostgres SERVER = start();

  private TestDatabase() {}

  /** A database of one test class, entered as the program's role. */
  public record Clone(String name, HikariDataSource pool) {
    /** A connection of the owner, for what the program itself may not do. */
    public Connection owner() throws SQLException {
      return TestDatabase.owner(name);
    }
  }

  static Clone clone(String of) {
    String name =
        "t" + NUMBER.incrementAndGet() + "_" + of.toLowerCase(Locale.ROOT).replaceAll("\\W", "");
    inPostgres(
        "create database %s template %s strategy file_copy"
            .formatted(name, EmbeddedPostgres.DATABASE),
        // Rights on tables are copied with them; those on a database are its own.
        "revoke create, temporary on database " + name + " from public");
    return new Clone(name, pool(name));
  }

  /** The owner may not force an autovacuum worker out, but a plain drop sends it away and waits. */
  static void drop(Clone clone) {
    inPostgres("drop database " + clone.name());
  }

  public static EmbeddedPostgres server() {
    return SERVER;
  }

  private static HikariDataSource pool(String name) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(SERVER.jdbcUrl(name));
    config.setUsername(SERVER.programUser());
    config.setPassword(SERVER.programPassword());
    config.setMaximumPoolSize(12);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }

  private static EmbeddedPostgres start() {
    EmbeddedPostgres server = EmbeddedPostgres.start(options());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
    return server;
  }

  /** Nobody guesses the passwords of a run, and to stretch them takes longer than most tests do. */
  private static Options options() {
    return Options.in(Beginnings.lay(DIRECTORY))
        .withDurable(false)
        .with("scram_iterations", "1")
        .with("autovacuum", "off")
        .with("max_wal_size", "256MB");
  }

  private static void stop(EmbeddedPostgres server) {
    server.close();
    try (var files = Files.walk(DIRECTORY)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In memory where there is plenty: a clone is thousands of small files. */
  private static Path directory() {
    try {
      boolean roomy = Files.isWritable(MEMORY) && MEMORY.toFile().getUsableSpace() > ROOM;
      return roomy
          ? Files.createTempDirectory(MEMORY, "amends-test")
          : Files.createTempDirectory("amends-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void inPostgres(String... statements) {
    try (Connection connection = owner("postgres")) {
      for (String statement : statements) {
        execute(connection, statement);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(String.join("; ", statements), e);
    }
  }

  private static Connection owner(String database) throws SQLException {
    return owner(SERVER, database);
  }

  private static Connection owner(EmbeddedPostgres server, String database) throws SQLException {
    return DriverManager.getConnection(
        server.jdbcUrl(database), server.ownerUser(), server.ownerPassword());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

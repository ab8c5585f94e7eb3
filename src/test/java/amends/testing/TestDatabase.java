package amends.testing;

import amends.app.postgres.EmbeddedPostgres;
import amends.app.postgres.Options;
import amends.app.postgres.Roles;
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
import org.flywaydb.core.Flyway;

/** One PostgreSQL for a run, one migrated template in it, a clone for each test class. */
public final class TestDatabase {
  private static final String TEMPLATE = "amends_template";
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
    inPostgres("create database " + name + " template " + TEMPLATE + " strategy file_copy");
    try (Connection owner = owner(name)) {
      Roles.grant(owner);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
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
    EmbeddedPostgres server = EmbeddedPostgres.start(Options.in(DIRECTORY).withDurable(false));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
    try (Connection connection = owner(server, "postgres")) {
      execute(connection, "create database " + TEMPLATE);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    Flyway.configure()
        .dataSource(server.jdbcUrl(TEMPLATE), server.ownerUser(), server.ownerPassword())
        .locations("classpath:db/migration")
        .outOfOrder(true)
        .load()
        .migrate();
    return server;
  }

  private static void stop(EmbeddedPostgres server) {
    server.close();
    try (var files = Files.walk(DIRECTORY)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory("amends-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void inPostgres(String statement) {
    asOwner("postgres", statement);
  }

  private static void asOwner(String database, String statement) {
    try (Connection connection = owner(database)) {
      execute(connection, statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
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

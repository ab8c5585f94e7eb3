package amends.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir Path data;

  @Test
  void keepsItsRowsOverAStopAndASecondStart() throws Exception {
    long pid;
    try (var postgres = start()) {
      pid = postgres.pid();
      execute(postgres, "create table note (words text)");
      execute(postgres, "insert into note values ('kept')");
    }
    assertThat(ProcessHandle.of(pid)).as("no process is left").isEmpty();
    try (var postgres = start()) {
      assertThat(ask(postgres, "select words from note")).isEqualTo("kept");
    }
  }

  @Test
  void isDurableAndSpeaksUnicodeWithABuiltinLocale() throws Exception {
    try (var postgres = start()) {
      assertThat(ask(postgres, "show fsync")).isEqualTo("on");
      assertThat(ask(postgres, "show full_page_writes")).isEqualTo("on");
      assertThat(ask(postgres, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(postgres, "select upper('müde')")).isEqualTo("MÜDE");
      assertThat(ask(postgres, "show shared_buffers")).isEqualTo("32MB");
    }
  }

  @Test
  void refusesAWrongPasswordAndKeepsItsFilesToItself() throws Exception {
    try (var postgres = start()) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(postgres.jdbcUrl(), Roles.OWNER, "wrong"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      assertThat(Files.readString(data.resolve("postgres/pg_hba.conf"))).doesNotContain(" trust\n");
      assertThat(permissions("postgres")).isEqualTo("rwx------");
      assertThat(permissions("postgres.secret")).isEqualTo("rw-------");
      assertThat(data.resolve("postgres.first")).doesNotExist();
    }
  }

  @Test
  void refusesASecondServerOnTheSameData() {
    try (var ignored = start()) {
      assertThatThrownBy(this::start)
          .isInstanceOf(PostgresTrouble.class)
          .hasMessageContaining("already using");
    }
  }

  @Test
  void saysWhenItsPortIsTaken() {
    try (var first = start()) {
      var second = Options.in(data.resolve("other")).withPort(first.port());
      assertThatThrownBy(() -> EmbeddedPostgres.start(second))
          .isInstanceOf(PostgresTrouble.class)
          .hasMessageContaining("Address already in use");
    }
  }

  @Test
  void letsTheProgramNeitherChangeTheSchemaNorRewriteTheJournal() throws Exception {
    try (var postgres = start()) {
      execute(postgres, "create table journal_entry (id int)");
      execute(postgres, "create table note (id int)");
      try (Connection owner = owner(postgres)) {
        Roles.grant(owner);
      }
      programMay(postgres, "insert into journal_entry values (1)");
      programMay(postgres, "update note set id = 2");
      programMayNot(postgres, "update journal_entry set id = 2");
      programMayNot(postgres, "delete from journal_entry");
      programMayNot(postgres, "truncate journal_entry");
      programMayNot(postgres, "create table mine (id int)");
      programMayNot(postgres, "create temporary table mine (id int)");
      programMayNot(postgres, "drop table note");
      programMayNot(postgres, "set role amends_owner");
    }
  }

  private static void programMay(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection program =
            DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.programUser(), postgres.programPassword());
        var statement = program.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void programMayNot(EmbeddedPostgres postgres, String sql) {
    assertThatThrownBy(() -> programMay(postgres, sql))
        .as(sql)
        .isInstanceOf(SQLException.class)
        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(Options.in(data).with("shared_buffers", "32MB"));
  }

  private String permissions(String file) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file)));
  }

  private static Connection owner(EmbeddedPostgres postgres) throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl(), postgres.ownerUser(), postgres.ownerPassword());
  }

  private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (var connection = owner(postgres);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (var connection = owner(postgres);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}

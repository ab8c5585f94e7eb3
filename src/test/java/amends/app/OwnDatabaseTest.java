package amends.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.app.postgres.OwnServer;
import amends.shared.Settings;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnDatabaseTest {
  @TempDir static Path shared;
  private static OwnServer server;

  @TempDir Path here;

  @BeforeAll
  static void start() throws SQLException {
    server = OwnServer.start(shared);
    server.boss(
        "create role desk_owner login password 'o'",
        "create role desk login password 'p'",
        "create role lone login password 'q'",
        "create role hasty login password 'h'",
        "alter role hasty set synchronous_commit = off",
        "create database two owner desk_owner",
        "create database one owner lone",
        "create database marked owner desk_owner",
        "create database halted owner desk_owner",
        "create database latin owner lone encoding 'SQL_ASCII' locale 'C' template template0");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void isMigratedByItsOwnerAndWorkedOnByTheProgramsRole() throws Exception {
    try (Installation installation = take("two", "desk", "p", "desk_owner", "o")) {
      assertThat(installation.access().hasOneRole()).isFalse();
      refuses(installation.access(), "create table mine (id int)", "permission denied");
      refuses(installation.access(), "create temporary table mine (id int)", "permission denied");
      refuses(installation.access(), "delete from journal_entry", "permission denied");
      assertThat(shown(installation.access(), "statement_timeout")).isEqualTo("5s");
      assertThat(shown(installation.access(), "idle_in_transaction_session_timeout"))
          .as("what a parted program had begun does not hold up the others")
          .isEqualTo("1min");
    }
    try (Installation again = take("two", "desk", "p", "desk_owner", "o")) {
      assertThat(again.access().embedded()).isFalse();
    }
  }

  @Test
  void isLookedThroughOnlyWhenItDoesNotBearTheMarkOfThisProgram() throws Exception {
    take("marked", "desk", "p", "desk_owner", "o").close();
    assertThat(mark()).startsWith("migrations ");

    asOwner("delete from flyway_schema_history where version = '202611221790'");
    take("marked", "desk", "p", "desk_owner", "o").close();

    asOwner("comment on table flyway_schema_history is 'migrations of another'");
    assertThatThrownBy(() -> take("marked", "desk", "p", "desk_owner", "o"))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("cannot be brought up to date");
    assertThat(mark()).as("half migrated, it is nobody's").isNull();
  }

  @Test
  void makesAnIndexAgainThatCouldNotBeMade() throws Exception {
    take("halted", "desk", "p", "desk_owner", "o").close();
    String history = "flyway_schema_history where version = '202611271353'";
    try (Connection owner = DriverManager.getConnection(server.url("halted"), "desk_owner", "o");
        Statement statement = owner.createStatement()) {
      statement.execute("delete from " + history);
      statement.execute("comment on table flyway_schema_history is null");
      statement.execute("drop index case_text_keys");
      statement.execute("create table case_text_keys ()");
      assertThatThrownBy(() -> take("halted", "desk", "p", "desk_owner", "o"))
          .isInstanceOf(Trouble.class);
      statement.execute("drop table case_text_keys");
      statement.execute("create index case_text_keys on case_text (brand_id)");
      take("halted", "desk", "p", "desk_owner", "o").close();
      try (ResultSet made =
          statement.executeQuery(
              "select indexdef, (select string_agg(cast(success as text), ',') from "
                  + history
                  + ") from pg_indexes where indexname = 'case_text_keys'")) {
        assertThat(made.next()).isTrue();
        assertThat(made.getString(1)).contains("USING gin");
        assertThat(made.getString(2)).isEqualTo("true");
      }
    }
  }

  private static String shown(DatabaseAccess access, String setting) throws SQLException {
    try (HikariDataSource pool = Jdbc.pool(access);
        Connection one = pool.getConnection();
        Statement statement = one.createStatement();
        ResultSet rs = statement.executeQuery("show " + setting)) {
      rs.next();
      return rs.getString(1);
    }
  }

  private static void asOwner(String statement) throws SQLException {
    try (Connection owner = owner()) {
      owner.createStatement().execute(statement);
    }
  }

  private static @Nullable String mark() throws SQLException {
    try (Connection owner = owner();
        var rows =
            owner
                .createStatement()
                .executeQuery(
                    "select obj_description('flyway_schema_history'::regclass, 'pg_class')")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection owner() throws SQLException {
    return DriverManager.getConnection(server.url("marked"), "desk_owner", "o");
  }

  @Test
  void hasItsJournalGuardedByTriggersWhenThereIsOneRoleOnly() throws Exception {
    try (Installation installation = take("one", "lone", "q", "", "")) {
      assertThat(installation.access().hasOneRole()).isTrue();
      refuses(installation.access(), "delete from journal_entry", "append-only");
      refuses(installation.access(), "truncate journal_seal", "append-only");
    }
  }

  @Test
  void isRefusedWhenARoleGivesUpDurability() {
    assertThatThrownBy(() -> take("one", "hasty", "h", "lone", "q"))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("synchronous_commit = off")
        .hasMessageContaining("set it to on");
  }

  @Test
  void isRefusedWhenTheServerGivesUpDurability() throws Exception {
    for (String setting : new String[] {"fsync=off", "full_page_writes=off"}) {
      Path other = here.resolve(setting);
      Files.createDirectories(other);
      try (OwnServer unsafe = OwnServer.start(other, setting)) {
        unsafe.boss("create role lone login password 'q'", "create database one owner lone");
        assertThatThrownBy(() -> take(unsafe, "one", "lone", "q", "", ""))
            .isInstanceOf(Trouble.class)
            .hasMessageContaining(setting.replace("=", " = "));
      }
    }
  }

  @Test
  void isRefusedWhenItIsNotUnicode() {
    assertThatThrownBy(() -> take("latin", "lone", "q", "", ""))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("server_encoding = SQL_ASCII");
  }

  @Test
  void isRefusedWithTheMendWhenItCannotBeReached() {
    assertThatThrownBy(() -> take("one", "lone", "wrong", "", ""))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("cannot be reached as lone")
        .hasMessageContaining("AMENDS_DATABASE_URL");
  }

  private Installation take(
      String database, String user, String password, String owner, String op) {
    return take(server, database, user, password, owner, op);
  }

  private Installation take(
      OwnServer on, String database, String user, String password, String owner, String op) {
    Map<String, String> environment = new HashMap<>();
    environment.put("AMENDS_DATA", here.resolve("data").toString());
    environment.put("AMENDS_DATABASE_URL", on.url(database));
    environment.put("AMENDS_DATABASE_USER", user);
    environment.put("AMENDS_DATABASE_PASSWORD", password);
    environment.put("AMENDS_DATABASE_OWNER", owner);
    environment.put("AMENDS_DATABASE_OWNER_PASSWORD", op);
    Settings settings = SettingsReader.read(environment, here);
    return Installation.take(settings, line -> {});
  }

  private static void refuses(DatabaseAccess access, String sql, String why) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(access.url(), access.user(), access.password());
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql)).as(sql).hasMessageContaining(why);
    }
  }
}

package amends.app.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.app.DatabaseAccess;
import amends.app.Installation;
import amends.app.SettingsReader;
import amends.app.Trouble;
import amends.app.postgres.OwnServer;
import amends.testing.Beginnings;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-05-12T13:07:00Z"));
  private static final String FINGERPRINT =
      "select md5(string_agg(e::text, '|' order by id)) from journal_entry e";
  private static final int ENTRIES = 5_000;

  @TempDir static Path shared;
  private static Path file;
  private static String fingerprint;

  @TempDir Path here;

  @BeforeAll
  static void backUpALivedInInstallation() throws Exception {
    Path data = Beginnings.lay(shared.resolve("data"));
    file = shared.resolve("monday.backup");
    try (Installation installation = embedded(data)) {
      Files.writeString(data.resolve("keys"), "1:" + "ab".repeat(32) + "\n");
      liveIn(installation.access());
      fingerprint = ask(installation.access(), FINGERPRINT);
      Backup.Written written = new Backup(installation, CLOCK).write(file);
      assertThat(written.rows()).isGreaterThan(ENTRIES);
    }
  }

  private static void liveIn(DatabaseAccess access) throws SQLException {
    execute(
        access,
        """
        insert into journal_entry (at, kind, subject_kind, subject_id, actor_kind, actor_id, payload, hash)
        select timestamptz '2026-05-12 13:07:00+00' + n * interval '1 s', 'case.opened', 'case', n,
               'system', 0, 'tab	backslash \\ newline
        “müde” 😀 ' || n, decode(md5(n::text), 'hex')
          from generate_series(1, %d) n
        """
            .formatted(ENTRIES));
  }

  @AfterAll
  static void forget() throws Exception {
    Files.delete(file);
  }

  @Test
  void isForOurEyesOnlyAndNeverOverwritten() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (Installation installation = embedded(shared.resolve("data"))) {
      assertThatThrownBy(() -> new Backup(installation, CLOCK).write(file))
          .isInstanceOf(Trouble.class)
          .hasMessageContaining("exists already");
    }
  }

  @Test
  void comesBackIntoANewDirectoryAndHoldsWhatGoesOut() throws Exception {
    try (Installation fresh = unmigrated(here.resolve("data"))) {
      new Restore(fresh, CLOCK).fill(file);
      verify(fresh.access());
    }
    assertThat(here.resolve("data/keys")).hasContent("1:" + "ab".repeat(32));
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(here.resolve("data/keys"))))
        .isEqualTo("rw-------");
  }

  @Test
  void comesBackIntoADatabaseOfTheUsersOwn() throws Exception {
    try (OwnServer server = OwnServer.start(here)) {
      server.boss(
          "create role desk_owner login password 'o'",
          "create role desk login password 'p'",
          "create database desk owner desk_owner");
      Map<String, String> environment =
          Map.of(
              "AMENDS_DATABASE_URL", server.url("desk"),
              "AMENDS_DATABASE_USER", "desk",
              "AMENDS_DATABASE_PASSWORD", "p",
              "AMENDS_DATABASE_OWNER", "desk_owner",
              "AMENDS_DATABASE_OWNER_PASSWORD", "o");
      var settings = SettingsReader.read(environment, here);
      try (Installation own = Installation.unmigrated(settings, line -> {})) {
        new Restore(own, CLOCK).fill(file);
        Path back = here.resolve("back.backup");
        new Backup(own, CLOCK).write(back);
        verify(own.access());
        try (Installation embedded = unmigrated(here.resolve("again"))) {
          new Restore(embedded, CLOCK).fill(back);
          verify(embedded.access());
        }
      }
    }
  }

  private static void verify(DatabaseAccess access) throws SQLException {
    assertThat(ask(access, FINGERPRINT)).isEqualTo(fingerprint);
    assertThat(ask(access, "select count(*) from journal_head")).isEqualTo("1");
    assertThat(
            ask(access, "select restored_at is not null and released_at is null from installation"))
        .isEqualTo("t");
    execute(
        access,
        """
        insert into journal_entry (at, kind, subject_kind, subject_id, actor_kind, actor_id, payload, hash)
        values (timestamptz '2026-05-13 00:00:00+00', 'k', 'case', 1, 'system', 0, '{}', '')
        """);
    assertThat(ask(access, "select max(id) > count(*) + 9999 from journal_entry"))
        .as("no number that was given out after the backup is given out again")
        .isEqualTo("t");
    assertThatThrownBy(() -> execute(access, "delete from journal_entry"))
        .as("rights and triggers are back")
        .isInstanceOf(SQLException.class);
  }

  @Test
  void isRefusedByAnInstallationThatIsUsed() throws Exception {
    try (Installation used = embedded(Beginnings.lay(here.resolve("data")))) {
      liveIn(used.access());
      assertThatThrownBy(() -> new Restore(used, CLOCK).fill(file))
          .isInstanceOf(Trouble.class)
          .hasMessageContaining("is not empty")
          .hasMessageContaining("AMENDS_DATA");
      assertThat(ask(used.access(), "select count(*) from journal_entry")).isEqualTo("" + ENTRIES);
    }
  }

  @Test
  void isRefusedWhenItIsDamagedAndLeavesNothingBehind() throws Exception {
    Path damaged = here.resolve("damaged");
    Files.copy(file, damaged);
    try (var bytes = new RandomAccessFile(damaged.toFile(), "rw")) {
      bytes.seek(bytes.length() / 2);
      bytes.write(new byte[64]);
    }
    Path broken = here.resolve("broken-off");
    Files.write(broken, java.util.Arrays.copyOf(Files.readAllBytes(file), 9_000));
    try (Installation fresh = unmigrated(here.resolve("data"))) {
      assertThatThrownBy(() -> new Restore(fresh, CLOCK).fill(damaged)).isInstanceOf(Trouble.class);
      assertThatThrownBy(() -> new Restore(fresh, CLOCK).fill(broken))
          .isInstanceOf(Trouble.class)
          .hasMessageContaining("no whole backup");
      assertThatThrownBy(() -> new Restore(fresh, CLOCK).fill(here.resolve("nowhere")))
          .hasMessageContaining("There is no file");
      new Restore(fresh, CLOCK).fill(file);
      verify(fresh.access());
    }
  }

  private static Installation embedded(Path data) {
    return Installation.take(settings(data), line -> {});
  }

  private static Installation unmigrated(Path data) {
    return Installation.unmigrated(settings(data), line -> {});
  }

  private static amends.shared.Settings settings(Path data) {
    return SettingsReader.read(Map.of("AMENDS_SHARED_BUFFERS", "32MB"), shared).withData(data);
  }

  private static void execute(DatabaseAccess access, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(access.url(), access.user(), access.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(DatabaseAccess access, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(access.url(), access.user(), access.password());
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}

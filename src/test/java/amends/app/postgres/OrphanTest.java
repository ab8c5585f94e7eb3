package amends.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What kill -9 leaves behind, of the program and of the server. */
class OrphanTest {
  @TempDir Path data;
  @TempDir Path programs;

  @Test
  void isStoppedAndItsRowsAreThereAfterTheProgramWasKilled() throws Exception {
    // Without setpriv on the path nobody tells the server that its parent died.
    for (String program : new String[] {"unshare", "setsid"}) {
      Files.createSymbolicLink(programs.resolve(program), Path.of("/usr/bin", program));
    }
    long orphan = startedAndKilled(programs.toString());
    assertThat(alive(orphan)).as("the server outlives the program").isTrue();
    assertCommitted();
    assertThat(alive(orphan)).isFalse();
  }

  @Test
  void endsByItselfWhereTheKernelTellsItOfItsParentsDeath() throws Exception {
    long orphan = startedAndKilled(System.getenv("PATH"));
    ProcessHandle.of(orphan)
        .ifPresent(server -> server.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    assertThat(alive(orphan)).isFalse();
    assertCommitted();
  }

  @Test
  void doesNotTakeAnotherProcessForTheServer() throws Exception {
    try (var first = start()) {
      assertThat(first.isAlive()).isTrue();
    }
    // The pid file of a crashed server whose pid another program has since: here, our own.
    long mine = ProcessHandle.current().pid();
    Path cluster = data.resolve("postgres");
    Files.writeString(
        cluster.resolve("postmaster.pid"),
        mine + "\n" + cluster + "\n1\n5432\n\n127.0.0.1\n  1 1\nready   \n");
    try (var second = start()) {
      assertThat(second.pid()).isNotEqualTo(mine);
    }
  }

  @Test
  void isStartedAgainWithEverythingCommittedWhenTheServerIsKilledUnderLoad() throws Exception {
    var acknowledged = new AtomicInteger();
    try (var postgres = start().keepAlive()) {
      execute(postgres, "create table note (number int)");
      for (int round = 0; round < 3; round++) {
        Thread load = Thread.ofPlatform().start(() -> insert(postgres, acknowledged));
        int before = acknowledged.get();
        await(() -> acknowledged.get() > before + 50);
        long killed = postgres.pid();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        load.join();
        await(() -> postgres.pid() != killed && serves(postgres));
        assertThat(count(postgres)).isGreaterThanOrEqualTo(acknowledged.get());
      }
    }
  }

  @Test
  void waitsForARecoveryAndSaysSo() throws Exception {
    var postgres = start();
    execute(postgres, "create table note (words text)");
    execute(
        postgres,
        "insert into note select repeat(md5(n::text), 20) from generate_series(1, 200000) n");
    ProcessHandle.of(postgres.pid()).orElseThrow().destroyForcibly();
    assertThatThrownBy(() -> execute(postgres, "select 1")).isInstanceOf(SQLException.class);
    postgres.close();
    try (var again = start()) {
      assertThat(count(again)).isEqualTo(200_000);
      assertThat(Files.readString(again.log())).contains("automatic recovery in progress");
    }
  }

  private long startedAndKilled(String path) throws Exception {
    var builder =
        new ProcessBuilder(
            System.getProperty("java.home") + "/bin/java",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            StartsAndStays.class.getName(),
            data.toString());
    builder.environment().put("PATH", path);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process program = builder.start();
    try (BufferedReader said = program.inputReader(StandardCharsets.UTF_8)) {
      return Long.parseLong(said.readLine());
    } finally {
      program.destroyForcibly().waitFor();
    }
  }

  private void assertCommitted() throws SQLException {
    try (var again = start();
        var connection = connect(again);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select words from note")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("committed");
    }
  }

  private static void insert(EmbeddedPostgres postgres, AtomicInteger acknowledged) {
    try (var connection = connect(postgres);
        var statement = connection.prepareStatement("insert into note values (1)")) {
      while (true) {
        statement.executeUpdate();
        acknowledged.incrementAndGet();
      }
    } catch (SQLException e) {
      // The server was killed: what was acknowledged until now must be there.
    }
  }

  private static boolean serves(EmbeddedPostgres postgres) {
    try {
      return count(postgres) >= 0;
    } catch (SQLException e) {
      return false;
    }
  }

  private static int count(EmbeddedPostgres postgres) throws SQLException {
    try (var connection = connect(postgres);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from note")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(Options.in(data).with("shared_buffers", "32MB"));
  }

  private static java.sql.Connection connect(EmbeddedPostgres postgres) throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl(), postgres.ownerUser(), postgres.ownerPassword());
  }

  private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (var connection = connect(postgres);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static boolean alive(long pid) throws IOException {
    Path state = Path.of("/proc", "" + pid, "stat");
    // A process that nobody has reaped yet is dead, too.
    return Files.exists(state) && !Files.readString(state).matches("(?s).*\\) Z .*");
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for too long").isLessThan(until);
      LockSupport.parkNanos(20_000_000);
    }
  }
}

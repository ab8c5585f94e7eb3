package amends.app.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A PostgreSQL of the user's own: Debian's 15 where it is installed, else the embedded one, run as
 * a stranger would run it.
 */
public final class OwnServer implements AutoCloseable {
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql/15");
  private static final String PASSWORD = "of the boss";

  private final Path directory;
  private final Programs programs;
  private final int port;
  private final Process process;

  private OwnServer(Path directory, Programs programs, int port, Process process) {
    this.directory = directory;
    this.programs = programs;
    this.port = port;
    this.process = process;
  }

  public static OwnServer start(Path directory, String... settings) {
    Path home =
        Files.isDirectory(DEBIAN.resolve("bin"))
            ? DEBIAN
            : Binaries.unpacked(Options.in(directory).binariesHome(), line -> {});
    var programs = new Programs(home);
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = socket.getLocalPort();
      socket.close();
      Path cluster = directory.resolve("own");
      initialise(directory, cluster, programs);
      ProcessBuilder builder = programs.prepare(true, "postgres", line(cluster, port, settings));
      builder.redirectOutput(directory.resolve("own.log").toFile());
      var server = new OwnServer(cluster, programs, port, Keeper.start(builder));
      server.awaitReady();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void initialise(Path directory, Path cluster, Programs programs)
      throws IOException {
    Path secret = directory.resolve("own.secret");
    Files.writeString(secret, PASSWORD + "\n");
    Programs.Outcome made =
        programs.run(
            "initdb",
            List.of(
                "-D",
                cluster.toString(),
                "-U",
                "boss",
                "--pwfile=" + secret,
                "-E",
                "UTF8",
                "--auth=scram-sha-256",
                "--locale=C.UTF-8"),
            60);
    if (made.code() != 0) throw new AssertionError(made.output());
  }

  private static List<String> line(Path cluster, int port, String... settings) {
    List<String> line =
        new ArrayList<>(
            List.of(
                "-D",
                cluster.toString(),
                "-c",
                "port=" + port,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories="));
    for (String setting : settings) line.addAll(List.of("-c", setting));
    return line;
  }

  private void awaitReady() {
    while (process.isAlive() && Postmaster.read(directory).filter(Postmaster::ready).isEmpty()) {
      LockSupport.parkNanos(10_000_000);
    }
  }

  /** Runs statements as the superuser, outside a transaction. */
  public void boss(String... statements) throws SQLException {
    try (Connection boss = DriverManager.getConnection(url("postgres"), "boss", PASSWORD);
        Statement statement = boss.createStatement()) {
      for (String sql : statements) statement.execute(sql);
    }
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  @Override
  public void close() {
    programs.run("pg_ctl", Orphans.stop(directory, "immediate", 20), 30);
  }
}

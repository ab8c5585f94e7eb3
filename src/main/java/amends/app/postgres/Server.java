package amends.app.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The running child process. */
final class Server {
  private static final long POLL = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long SAY = TimeUnit.SECONDS.toNanos(5);

  private final Programs programs;
  private final Cluster cluster;
  private final Process process;
  private final int port;

  private Server(Programs programs, Cluster cluster, Process process, int port) {
    this.programs = programs;
    this.cluster = cluster;
    this.process = process;
    this.port = port;
  }

  static Server start(Programs programs, Cluster cluster, Options options) {
    ServerLog.roll(cluster.log());
    // Between finding a free port and taking it somebody else may be quicker.
    for (int attempt = 1; ; attempt++) {
      long before = ServerLog.size(cluster.log());
      int port = options.port() == 0 ? freePort() : options.port();
      Server server = launched(programs, cluster, options, port);
      if (server.awaitReady(options)) return server;
      String said = ServerLog.lastTrouble(cluster.log(), before);
      boolean taken = said.contains("bind") || said.contains("listen") || said.contains("TCP/IP");
      if (!(taken && options.port() == 0 && attempt < 5)) throw failed(cluster, port, said);
    }
  }

  private static PostgresTrouble failed(Cluster cluster, int port, String said) {
    return new PostgresTrouble(
        "PostgreSQL did not start on port "
            + port
            + " ("
            + said
            + "); its log is "
            + cluster.log()
            + ".");
  }

  private static Server launched(Programs programs, Cluster cluster, Options options, int port) {
    List<String> arguments = new ArrayList<>(List.of("-D", cluster.directory().toString()));
    arguments.addAll(ServerSettings.arguments(options, port));
    ProcessBuilder builder = programs.prepare(true, "postgres", arguments);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(cluster.log().toFile()));
    return new Server(programs, cluster, Keeper.start(builder), port);
  }

  /** True when it serves, false when it ended; recovery takes as long as it takes. */
  private boolean awaitReady(Options options) {
    long began = System.nanoTime();
    long said = began;
    while (process.isAlive()) {
      Optional<Postmaster> state = Postmaster.read(cluster.directory());
      if (state.filter(s -> s.pid() == process.pid() && s.ready()).isPresent()) return true;
      if (System.nanoTime() - said > SAY) {
        said = System.nanoTime();
        long seconds = TimeUnit.NANOSECONDS.toSeconds(said - began);
        options.progress().accept("PostgreSQL is recovering, " + seconds + " s so far");
      }
      LockSupport.parkNanos(POLL);
    }
    return false;
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  Path log() {
    return cluster.log();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  void awaitEnd() {
    process.onExit().join();
  }

  void stop() {
    if (ended(0)) return;
    programs.run("pg_ctl", Orphans.stop(cluster.directory(), "fast", 60), 70);
    if (ended(5)) return;
    programs.run("pg_ctl", Orphans.stop(cluster.directory(), "immediate", 20), 30);
    if (!ended(5)) process.destroyForcibly();
  }

  private boolean ended(long seconds) {
    boolean interrupted = Thread.interrupted();
    try {
      return process.waitFor(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
      return !process.isAlive();
    } finally {
      if (interrupted) Thread.currentThread().interrupt();
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new PostgresTrouble("No free port was found for PostgreSQL on this machine.", e);
    }
  }
}

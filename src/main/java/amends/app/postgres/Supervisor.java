package amends.app.postgres;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Holds the running server, and starts it again when it ended without being told to. */
final class Supervisor {
  private static final long BETWEEN_TRIES = TimeUnit.MILLISECONDS.toNanos(200);

  private final Programs programs;
  private final Cluster cluster;
  private final Options options;
  private final Object turn = new Object();
  private volatile Server server;
  private volatile boolean stopping;

  Supervisor(Programs programs, Cluster cluster, Options options) {
    this.programs = programs;
    this.cluster = cluster;
    this.options = options;
    this.server = Server.start(programs, cluster, options);
  }

  void keepAlive() {
    Thread.ofPlatform().daemon().name("postgres-supervisor").start(this::watch);
  }

  private void watch() {
    while (!stopping) {
      server.awaitEnd();
      if (stopping) return;
      options.progress().accept("PostgreSQL has ended by itself; starting it again");
      restart();
    }
  }

  /** Until the old server's children are gone its shared memory is in use, so one try may fail. */
  private void restart() {
    Options samePort = options.withPort(server.port());
    for (@Nullable PostgresTrouble last = null; !stopping; LockSupport.parkNanos(BETWEEN_TRIES)) {
      synchronized (turn) {
        if (stopping) return;
        try {
          server = Server.start(programs, cluster, samePort);
          options.progress().accept("PostgreSQL serves again");
          return;
        } catch (PostgresTrouble e) {
          if (last == null) options.progress().accept(String.valueOf(e.getMessage()));
          last = e;
        }
      }
    }
  }

  int port() {
    return server.port();
  }

  long pid() {
    return server.pid();
  }

  Path log() {
    return server.log();
  }

  boolean isAlive() {
    return server.isAlive();
  }

  void stop() {
    stopping = true;
    synchronized (turn) {
      server.stop();
    }
  }
}

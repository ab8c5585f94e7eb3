package amends.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** After kill -9 of the program its server lives on; we hold the lock, so nobody else owns it. */
final class Orphans {
  private Orphans() {}

  static void stop(Path cluster, Programs programs, Consumer<String> progress) {
    Optional<Postmaster> found = Postmaster.read(cluster);
    if (found.isEmpty()) return;
    if (!found.get().alive() || !found.get().serves(cluster)) {
      forget(cluster);
      return;
    }
    progress.accept(
        "Stopping the PostgreSQL that a killed process left (" + found.get().pid() + ")");
    if (stopped(cluster, programs, "fast") || stopped(cluster, programs, "immediate")) return;
    throw new PostgresTrouble(
        "The PostgreSQL that a killed process left (process "
            + found.get().pid()
            + ") does not stop; end it, then start again.");
  }

  private static boolean stopped(Path cluster, Programs programs, String mode) {
    programs.run("pg_ctl", stop(cluster, mode, 60), 70);
    return Postmaster.read(cluster).filter(Postmaster::alive).isEmpty();
  }

  static List<String> stop(Path cluster, String mode, int seconds) {
    return List.of("stop", "-D", cluster.toString(), "-m", mode, "-w", "-t", "" + seconds, "-s");
  }

  /** The pid was given to another program since; PostgreSQL would refuse to start because of it. */
  private static void forget(Path cluster) {
    try {
      Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    } catch (IOException e) {
      throw Private.unwritable(cluster, e);
    }
  }
}

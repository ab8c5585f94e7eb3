package amends.app.postgres;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Starts the server from a thread that lives as long as the server does: the kernel's parent-death
 * signal follows the thread that started the child, not the process.
 */
final class Keeper {
  private Keeper() {}

  static Process start(ProcessBuilder builder) {
    var started = new CompletableFuture<Process>();
    Thread.ofPlatform().daemon().name("postgres-keeper").start(() -> keep(builder, started));
    try {
      return started.join();
    } catch (CompletionException e) {
      throw new PostgresTrouble("PostgreSQL cannot be run (" + e.getMessage() + ").", e);
    }
  }

  private static void keep(ProcessBuilder builder, CompletableFuture<Process> started) {
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      started.complete(process);
      process.onExit().join();
    } catch (IOException | RuntimeException e) {
      started.completeExceptionally(e);
    }
  }
}

package amends.app.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs PostgreSQL's programs. They refuse to run as root, so root leaves its identity behind with
 * {@code unshare -U}: the files still belong to the same user, its powers are gone.
 */
final class Programs {
  private final Path home;

  Programs(Path home) {
    this.home = home;
  }

  /** What one run said and how it ended. */
  record Outcome(int code, String output) {}

  ProcessBuilder prepare(boolean server, String program, List<String> arguments) {
    List<String> line = new ArrayList<>();
    // A session of its own: Ctrl-C in the terminal must reach us only, we stop the server in order.
    if (server) onPath("setsid").ifPresent(line::add);
    if (isRoot()) {
      line.add(onPath("unshare").orElseThrow(Programs::rootRefused));
      line.add("-U");
    }
    if (server) onPath("setpriv").ifPresent(p -> line.addAll(List.of(p, "--pdeathsig", "INT")));
    line.add(home.resolve("bin").resolve(program).toString());
    line.addAll(arguments);
    var builder = new ProcessBuilder(line).redirectErrorStream(true);
    clean(builder.environment());
    return builder;
  }

  Outcome run(String program, List<String> arguments, long seconds) {
    try {
      Path output = Files.createTempFile("amends-" + program, ".out");
      try {
        Process process =
            prepare(false, program, arguments).redirectOutput(output.toFile()).start();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          return new Outcome(-1, program + " did not end within " + seconds + " s");
        }
        String said = Files.readString(output, StandardCharsets.ISO_8859_1);
        return new Outcome(process.exitValue(), said);
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new PostgresTrouble(
          "PostgreSQL's " + program + " cannot be run: " + e.getMessage() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresTrouble("Interrupted while waiting for PostgreSQL's " + program + ".", e);
    }
  }

  private static void clean(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
    environment.put("LC_ALL", "C");
    environment.put("TZ", "UTC");
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static Optional<String> onPath(String program) {
    @Nullable String path = System.getenv("PATH");
    for (String folder : (path == null ? "/usr/bin:/bin" : path).split(":")) {
      Path candidate = Path.of(folder, program);
      if (Files.isExecutable(candidate)) return Optional.of(candidate.toString());
    }
    return Optional.empty();
  }

  private static PostgresTrouble rootRefused() {
    return new PostgresTrouble(
        "PostgreSQL refuses to run as root and the program unshare (package util-linux) is missing;"
            + " install it, run Amends as another user, or set AMENDS_DATABASE_URL.");
  }
}

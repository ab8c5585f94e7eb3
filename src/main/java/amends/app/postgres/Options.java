package amends.app.postgres;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How an embedded server is started.
 *
 * @param dataDirectory the installation's directory; the cluster lies below it
 * @param binariesHome where PostgreSQL's programs are unpacked, shared by installations
 * @param port 0 takes a free one; always loopback
 * @param durable false only in tests: a crash may then lose or break data
 * @param settings PostgreSQL settings by name, over our own
 * @param progress takes one line for each long step
 */
public record Options(
    Path dataDirectory,
    Path binariesHome,
    int port,
    boolean durable,
    Map<String, String> settings,
    Consumer<String> progress) {

  public Options {
    dataDirectory = dataDirectory.toAbsolutePath().normalize();
    binariesHome = binariesHome.toAbsolutePath().normalize();
    settings = Map.copyOf(settings);
  }

  /** Durable, on a free port, with the programs in the user's cache directory. */
  public static Options in(Path dataDirectory) {
    return new Options(dataDirectory, cache(), 0, true, Map.of(), line -> {});
  }

  public Options withBinariesHome(Path home) {
    return new Options(dataDirectory, home, port, durable, settings, progress);
  }

  public Options withPort(int number) {
    return new Options(dataDirectory, binariesHome, number, durable, settings, progress);
  }

  public Options withDurable(boolean on) {
    return new Options(dataDirectory, binariesHome, port, on, settings, progress);
  }

  public Options with(String setting, String value) {
    Map<String, String> more = new LinkedHashMap<>(settings);
    more.put(setting, value);
    return new Options(dataDirectory, binariesHome, port, durable, more, progress);
  }

  public Options withProgress(Consumer<String> lines) {
    return new Options(dataDirectory, binariesHome, port, durable, settings, lines);
  }

  private static Path cache() {
    String named = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
    Path base =
        named.isBlank() ? Path.of(System.getProperty("user.home", "."), ".cache") : Path.of(named);
    return base.resolve("amends");
  }
}

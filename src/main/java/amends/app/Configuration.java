package amends.app;

import amends.shared.Settings;
import java.nio.file.Path;
import java.util.Map;

/**
 * Settings and, kept apart so that nothing prints them, the keys that were set.
 *
 * @param keys empty when the ring lies in the data directory
 */
public record Configuration(Settings settings, String keys) {
  public static Configuration read(Map<String, String> environment, Path workingDirectory) {
    return new Configuration(
        SettingsReader.read(environment, workingDirectory),
        SettingsReader.keys(environment, workingDirectory));
  }

  public Configuration with(Settings other) {
    return new Configuration(other, keys);
  }

  @Override
  public String toString() {
    return "Configuration[" + settings + "]";
  }
}

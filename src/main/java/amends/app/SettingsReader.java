package amends.app;

import amends.shared.MailWays;
import amends.shared.Settings;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Reads the settings from the environment and from {@code amends.properties}. */
public final class SettingsReader {
  static final String FILE = "amends.properties";

  private final Map<String, String> environment;
  private final Path workingDirectory;
  private final Map<String, String> values = new LinkedHashMap<>();

  private SettingsReader(Map<String, String> environment, Path workingDirectory) {
    this.environment = environment;
    this.workingDirectory = workingDirectory;
  }

  /**
   * @throws Trouble with one sentence that names the variable, its value and the mend
   */
  public static Settings read(Map<String, String> environment, Path workingDirectory) {
    return new SettingsReader(environment, workingDirectory).read();
  }

  /** The key ring as it was set; empty when it lies in the data directory. */
  static String keys(Map<String, String> environment, Path workingDirectory) {
    var reader = new SettingsReader(environment, workingDirectory);
    reader.read();
    return reader.value("KEYS");
  }

  private Settings read() {
    refuseMisspelt();
    SettingsTable.ALL.forEach(s -> values.put(s.name(), s.standard()));
    Map<String, String> here = file(workingDirectory.resolve(FILE));
    values.putAll(here);
    takeEnvironment();
    Path data = workingDirectory.resolve(value("DATA")).toAbsolutePath().normalize();
    Path inData = data.resolve(FILE);
    if (!inData.equals(workingDirectory.resolve(FILE).toAbsolutePath().normalize())) {
      values.putAll(file(inData));
      values.putAll(here);
      takeEnvironment();
    }
    SettingsTable.ALL.forEach(s -> s.check(value(s)));
    return settings(data);
  }

  private void takeEnvironment() {
    for (Setting setting : SettingsTable.ALL) {
      @Nullable String given = environment.get(setting.name());
      if (given != null && !given.isBlank()) values.put(setting.name(), given.strip());
    }
  }

  private Map<String, String> file(Path file) {
    if (!Files.isRegularFile(file)) return Map.of();
    var read = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      read.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw Trouble.usedWrongly(
          "The file " + file + " cannot be read (" + e.getMessage() + "); mend or remove it.");
    }
    Map<String, String> found = new HashMap<>();
    for (String key : read.stringPropertyNames()) {
      found.put(byKey(key, file).name(), read.getProperty(key).strip());
    }
    return found;
  }

  private static Setting byKey(String key, Path file) {
    return SettingsTable.ALL.stream()
        .filter(s -> s.key().equals(key) || s.name().equals(key))
        .findFirst()
        .orElseThrow(() ->
            Trouble.usedWrongly(
                "The file %s sets %s, which is no setting; perhaps %s was meant."
                    .formatted(file, key, Nearest.to(key, keys()).word())));
  }

  private static List<String> keys() {
    return SettingsTable.ALL.stream().map(Setting::key).toList();
  }

  private void refuseMisspelt() {
    List<String> names = SettingsTable.ALL.stream().map(Setting::name).toList();
    for (String name : environment.keySet()) {
      if (!name.startsWith("AMENDS_") || names.contains(name)) continue;
      Nearest nearest = Nearest.to(name, names);
      if (nearest.distance() <= 2) {
        throw Trouble.usedWrongly(
            "%s is set, but there is no such setting; %s was meant, unset the other one."
                .formatted(name, nearest.word()));
      }
    }
  }

  private Settings settings(Path data) {
    return new Settings(
        data,
        new Settings.Door(value("HTTP_ADDRESS"), Integer.parseInt(value("HTTP_PORT"))),
        new Settings.Door(value("MAIL_ADDRESS"), Integer.parseInt(value("MAIL_PORT"))),
        database(),
        value("BASE_URL").isEmpty() ? null : URI.create(value("BASE_URL").replaceFirst("/$", "")),
        value("MAIL_DOMAIN").toLowerCase(Locale.ROOT),
        smtp(),
        Long.parseLong(value("MAX_MAIL_BYTES")),
        Duration.ofSeconds(Long.parseLong(value("UNDO_SECONDS"))),
        Arrays.stream(value("EMBED_ORIGINS").split(" ", -1)).filter(o -> !o.isEmpty()).toList(),
        Arrays.stream(value("HOOK_HOSTS").split("[ ,]+", -1)).filter(h -> !h.isEmpty()).toList(),
        Map.of(
            "shared_buffers", value("SHARED_BUFFERS"),
            "work_mem", value("WORK_MEM"),
            "max_wal_size", value("MAX_WAL_SIZE")),
        value("TRUSTED_PROXIES"),
        SignInReader.read(this::value),
        mailWays());
  }

  private MailWays mailWays() {
    if (value("MAIL_PROOF").equals("yes")
        && value("MAIL_DNS").equals("no")
        && value("MAIL_AUTHSERV_ID").isEmpty()) {
      throw Trouble.usedWrongly(
          "AMENDS_MAIL_PROOF is yes, but nothing can be proved: set AMENDS_MAIL_DNS to yes, or"
              + " AMENDS_MAIL_AUTHSERV_ID to the name that your mail server signs with.");
    }
    return new MailWays(
        value("MAIL_PROOF").equals("yes"),
        value("MAIL_DNS").equals("yes"),
        value("MAIL_AUTHSERV_ID").toLowerCase(Locale.ROOT),
        Integer.parseInt(value("MAIL_HOPS")),
        URI.create(value("MICROSOFT_LOGIN").replaceFirst("/$", "")),
        URI.create(value("GOOGLE_AUTHORIZE")),
        URI.create(value("GOOGLE_TOKEN")));
  }

  private Settings.@Nullable Database database() {
    if (value("DATABASE_URL").isEmpty()) return null;
    if (value("DATABASE_USER").isEmpty()) {
      throw Trouble.usedWrongly(
          "AMENDS_DATABASE_URL is set but AMENDS_DATABASE_USER is not; set it to the role that the"
              + " program works with.");
    }
    boolean one = value("DATABASE_OWNER").isEmpty();
    return new Settings.Database(
        value("DATABASE_URL"),
        value("DATABASE_USER"),
        value("DATABASE_PASSWORD"),
        one ? value("DATABASE_USER") : value("DATABASE_OWNER"),
        one ? value("DATABASE_PASSWORD") : value("DATABASE_OWNER_PASSWORD"));
  }

  private Settings.@Nullable Smtp smtp() {
    if (value("SMTP_HOST").isEmpty()) return null;
    return new Settings.Smtp(
        value("SMTP_HOST"),
        Integer.parseInt(value("SMTP_PORT")),
        value("SMTP_USER"),
        value("SMTP_PASSWORD"),
        Settings.Tls.valueOf(value("SMTP_TLS").toUpperCase(Locale.ROOT)),
        Integer.parseInt(value("SMTP_PER_MINUTE")));
  }

  private String value(Setting setting) {
    return values.getOrDefault(setting.name(), "");
  }

  private String value(String name) {
    return values.getOrDefault("AMENDS_" + name, "");
  }
}

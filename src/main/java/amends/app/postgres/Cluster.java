package amends.app.postgres;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;

/** The files of one server: its cluster, its log and the passwords of its three roles. */
final class Cluster {
  private final Path dataDirectory;

  Cluster(Path dataDirectory) {
    this.dataDirectory = dataDirectory;
  }

  Path directory() {
    return dataDirectory.resolve("postgres");
  }

  Path log() {
    return dataDirectory.resolve("postgres.log");
  }

  /** Makes the cluster when there is none; a half-made one is never taken for a whole one. */
  Passwords prepare(Programs programs, Consumer<String> progress) {
    try {
      Private.directory(dataDirectory);
      Passwords passwords = passwords();
      if (!Files.exists(directory().resolve("PG_VERSION"))) {
        progress.accept("Making a new database in " + directory());
        initialise(programs, passwords);
      }
      return passwords;
    } catch (IOException e) {
      throw Private.unwritable(dataDirectory, e);
    }
  }

  private void initialise(Programs programs, Passwords passwords) throws IOException {
    Path half = dataDirectory.resolve("postgres.half");
    Path secret = dataDirectory.resolve("postgres.first");
    Trees.delete(half);
    Private.write(secret, passwords.superuser() + "\n");
    try {
      Programs.Outcome outcome = programs.run("initdb", initdb(half, secret), 120);
      if (outcome.code() != 0) throw failed(outcome.output());
      Files.move(half, directory(), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(secret);
    }
  }

  private static List<String> initdb(Path half, Path secret) {
    return List.of(
        "-D",
        half.toString(),
        "-U",
        Roles.SUPERUSER,
        "--pwfile=" + secret,
        "--auth=scram-sha-256",
        "--locale-provider=builtin",
        "--locale=C.UTF-8",
        "-E",
        "UTF8");
  }

  private PostgresTrouble failed(String output) {
    String last =
        output
            .lines()
            .filter(l -> l.matches(".*(FATAL|rror:|could not|No space).*"))
            .findFirst()
            .orElse(output.lines().reduce("it said nothing", (a, b) -> b))
            .replaceFirst("^.* \\[\\d+] ", "");
    return new PostgresTrouble(
        "A new database cannot be made in "
            + dataDirectory
            + " ("
            + last
            + "); free some space there, or set AMENDS_DATA to another directory.");
  }

  private Passwords passwords() throws IOException {
    Path file = dataDirectory.resolve("postgres.secret");
    if (!Files.exists(file)) {
      var fresh = new Passwords(random(), random(), random());
      Private.write(file, fresh.text());
      return fresh;
    }
    return Passwords.of(Files.readString(file), file);
  }

  private static String random() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** One for the superuser, one for the role that migrates, one for the program's role. */
  record Passwords(String superuser, String owner, String program) {
    String text() {
      return "superuser=" + superuser + "\nowner=" + owner + "\nprogram=" + program + "\n";
    }

    static Passwords of(String text, Path file) throws IOException {
      var read = new Properties();
      read.load(new StringReader(text));
      return new Passwords(
          entry(read, "superuser", file), entry(read, "owner", file), entry(read, "program", file));
    }

    private static String entry(Properties read, String key, Path file) {
      String value = read.getProperty(key, "");
      if (value.isEmpty()) {
        throw new PostgresTrouble(
            "The file " + file + " has lost its entry " + key + "; restore it.");
      }
      return value;
    }

    @Override
    public String toString() {
      return "Passwords";
    }
  }
}

package amends.app;

import amends.customers.Erasures;
import amends.customers.Erasures.Erased;
import amends.shared.Actor;
import amends.shared.Chore;
import amends.shared.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Keeps a list of who was erased beside the database, by number and moments only. A backup is older
 * than the erasures after it: laid into the directory of a restored installation, the list has them
 * done again.
 */
@Component
final class ErasureList implements Chore {
  private static final String FILE = "erased.txt";

  private final Settings settings;
  private final Erasures erasures;

  ErasureList(Settings settings, Erasures erasures) {
    this.settings = settings;
    this.erasures = erasures;
  }

  @Override
  public String name() {
    return "app.erasure-list";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(10);
  }

  @Override
  public void perform() {
    try {
      follow(settings.data().resolve(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void follow(Path file) throws IOException {
    List<String> before = Files.exists(file) ? Files.readAllLines(file) : List.of();
    for (String line : before) {
      erasures.again(read(line), Actor.OPERATOR);
    }
    Set<String> lines = new TreeSet<>(before);
    erasures.all().forEach(e -> lines.add(line(e)));
    if (lines.size() > before.size()) {
      write(file, lines);
    }
  }

  private static Erased read(String line) {
    String[] cells = line.split(" ", -1);
    return new Erased(Long.parseLong(cells[0]), Instant.parse(cells[1]), Instant.parse(cells[2]));
  }

  private static String line(Erased erased) {
    return erased.customerId() + " " + erased.createdAt() + " " + erased.erasedAt();
  }

  private static void write(Path file, Set<String> lines) throws IOException {
    Path whole =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            "erased",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(whole, lines);
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}

package amends.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/**
 * Chain heads written down outside the database: a line "seal number, space, chain in hex" at most
 * once a minute. They catch what the chain by itself cannot: that its newest end was cut off.
 */
public final class Anchors {
  private static final Duration APART = Duration.ofMinutes(1);

  private final Path file;
  private long lastDropped = System.nanoTime() - APART.toNanos();

  public Anchors(Path file) {
    this.file = file;
  }

  /** A chain head as it was seen. */
  public record Anchor(long sealNo, byte[] chain) {}

  synchronized void drop(long sealNo, byte[] chain) {
    if (System.nanoTime() - lastDropped < APART.toNanos()) {
      return;
    }
    try {
      String line = sealNo + " " + HexFormat.of().formatHex(chain) + "\n";
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      lastDropped = System.nanoTime();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the journal's anchors to " + file, e);
    }
  }

  List<Anchor> read() {
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream().filter(l -> !l.isBlank()).map(Anchors::parse).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the journal's anchors from " + file, e);
    }
  }

  private static Anchor parse(String line) {
    int space = line.indexOf(' ');
    return new Anchor(
        Long.parseLong(line.substring(0, space)),
        HexFormat.of().parseHex(line.substring(space + 1).trim()));
  }
}

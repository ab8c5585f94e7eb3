package amends.time;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** The lines of a file of rules, in parts; blank lines and remarks are none. */
final class DataLines {
  private DataLines() {}

  static Stream<String[]> of(String file) {
    try (InputStream in =
        Objects.requireNonNull(DataLines.class.getResourceAsStream("/time/" + file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line -> line.split("\\s*\\|\\s*", -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

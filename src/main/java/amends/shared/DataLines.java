package amends.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The lines of a file of dated rules, each in its parts, which "|" divides; blank lines and remarks
 * are none.
 */
public final class DataLines {
  private DataLines() {}

  /**
   * @param file such as {@code time/counting.txt}
   */
  public static Stream<String[]> of(String file) {
    try (InputStream in =
        Objects.requireNonNull(DataLines.class.getResourceAsStream("/" + file), file)) {
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

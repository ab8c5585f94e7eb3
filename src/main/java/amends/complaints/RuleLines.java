package amends.complaints;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The lines of a file of rules, in their parts; blank lines and remarks are none. */
final class RuleLines {
  private RuleLines() {}

  static List<String[]> of(String file) {
    try (InputStream in =
        Objects.requireNonNull(RuleLines.class.getResourceAsStream("/complaints/" + file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(line -> line.split("\\s*\\|\\s*", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static @Nullable LocalDate day(String written) {
    return written.isEmpty() ? null : LocalDate.parse(written);
  }

  static String constant(String written) {
    return written.replace('-', '_').toUpperCase(Locale.ROOT);
  }

  static List<String> several(String written, String apart) {
    return Arrays.stream(written.split(apart))
        .map(String::strip)
        .filter(w -> !w.isEmpty())
        .toList();
  }
}

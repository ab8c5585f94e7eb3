package amends.complaints;

import amends.shared.DataLines;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the files of rules are read. */
final class RuleLines {
  private RuleLines() {}

  static <T> List<T> of(String file, Function<String[], T> read) {
    return DataLines.of("complaints/" + file).map(read).toList();
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

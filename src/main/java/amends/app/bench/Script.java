package amends.app.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The statements of a file in {@code bench/}, each under the name behind its {@code -- @}. */
record Script(Map<String, String> statements) {
  private static final String MARK = "-- @";

  static Script read(String name) {
    String file = "/bench/" + name + ".sql";
    try (InputStream in = Script.class.getResourceAsStream(file)) {
      String text =
          new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
      return new Script(parts(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> parts(String text) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : text.substring(text.indexOf(MARK)).split("(?m)^" + MARK)) {
      if (!part.isBlank()) {
        int end = part.indexOf('\n');
        parts.put(part.substring(0, end).split(":")[0].strip(), part.substring(end).strip());
      }
    }
    return parts;
  }

  String of(String name) {
    return Objects.requireNonNull(statements.get(name), name);
  }
}

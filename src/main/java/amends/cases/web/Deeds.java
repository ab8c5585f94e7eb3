package amends.cases.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What kind of deed was promised, by its words: a visit, a call, a repair, an answer. The words
 * stand in {@code promised/en.txt}; a promise in none of them is something else.
 */
final class Deeds {
  static final String OTHER = "other";

  private static final Map<String, Pattern> WORDS = read();

  private Deeds() {}

  static String of(String promise) {
    return WORDS.entrySet().stream()
        .filter(each -> each.getValue().matcher(promise).find())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(OTHER);
  }

  /** What all of them are; something else when they differ. */
  static String of(List<String> promises) {
    List<String> all = promises.stream().map(Deeds::of).distinct().toList();
    return all.size() == 1 ? all.getFirst() : OTHER;
  }

  private static Map<String, Pattern> read() {
    try (InputStream file =
        Objects.requireNonNull(Deeds.class.getResourceAsStream("/promised/en.txt"))) {
      Map<String, Pattern> words = new LinkedHashMap<>();
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> {
            int colon = line.indexOf(':');
            words.put(
                line.substring(0, colon),
                Pattern.compile(
                    "\\b(" + line.substring(colon + 1).strip() + ")\\b",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS));
          });
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

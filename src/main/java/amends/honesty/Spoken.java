package amends.honesty;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which language a text is in, by its small words. A brand writes to some customers in another
 * language than its own, and rules of the wrong language see nothing.
 */
final class Spoken {
  private static final String SHARED = "?";
  private static final Map<String, Set<String>> ALL_WORDS = read();
  private static final Map<String, Set<String>> SMALL_WORDS =
      ALL_WORDS.entrySet().stream()
          .filter(language -> !language.getKey().endsWith(SHARED))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final int LOOKED_AT = 2_000;

  /** Fewer say nothing. */
  private static final int FEWEST = 4;

  private static final int FEWEST_LIKELY = 2;
  private static final int MOST_LETTERS = 2;

  /** Letters that stand in one of these languages alone, as good as a small word each. */
  private static final Map<String, String> LETTERS =
      Map.of("de", "äöß", "fr", "èêàçùœîô", "es", "ñ¿¡ó");

  private Spoken() {}

  /** The language that is sure; else what is given. */
  static Locale in(String text, Locale given) {
    String start = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
    List<String> words =
        WORD.matcher(start.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
    String best = given.getLanguage();
    long most = 0;
    long second = 0;
    for (Map.Entry<String, Set<String>> language : SMALL_WORDS.entrySet()) {
      long count = words.stream().filter(language.getValue()::contains).count();
      if (count > most) {
        second = most;
        most = count;
        best = language.getKey();
      } else {
        second = Math.max(second, count);
      }
    }
    boolean sure = most >= FEWEST && most >= 2 * second;
    return !sure || best.equals(given.getLanguage()) ? given : Locale.forLanguageTag(best);
  }

  /**
   * The language that more of its small words, or a letter of its own, speak for than for any
   * other, be they few: for what costs little where it is wrong. What is given where none leads.
   */
  static Locale likely(String text, Locale given) {
    String start = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
    String small = start.toLowerCase(Locale.ROOT);
    List<String> words = WORD.matcher(small).results().map(MatchResult::group).toList();
    String best = given.getLanguage();
    long most = 0;
    boolean leads = false;
    for (Map.Entry<String, Set<String>> language : SMALL_WORDS.entrySet()) {
      Set<String> shared = ALL_WORDS.getOrDefault(language.getKey() + SHARED, Set.of());
      long count =
          words.stream().filter(w -> language.getValue().contains(w) || shared.contains(w)).count()
              + small.chars().filter(c -> isOf(language.getKey(), c)).limit(MOST_LETTERS).count();
      leads = count > most || leads && count < most;
      best = count > most ? language.getKey() : best;
      most = Math.max(most, count);
    }
    return leads && most >= FEWEST_LIKELY ? Locale.forLanguageTag(best) : given;
  }

  private static boolean isOf(String language, int letter) {
    return LETTERS.getOrDefault(language, "").indexOf(letter) >= 0;
  }

  private static Map<String, Set<String>> read() {
    String name = "/honesty/languages.txt";
    try (@Nullable InputStream file = Spoken.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      Map<String, Set<String>> read = new LinkedHashMap<>();
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Arrays.asList(line.split(" ", -1)))
          .forEach(line -> read.put(line.getFirst(), Set.copyOf(line.subList(1, line.size()))));
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException("The small words could not be read", e);
    }
  }
}

package amends.time.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The words and rules of a language, read from {@code moments/<language>.txt}:
 *
 * <pre>
 * [weekday]                       a list of words: what they stand for = how it is said
 * monday = monday | mon
 * [rules]                         category : pattern =&gt; sense and what is given to it
 * day : next &lt;weekday&gt; =&gt; day.weekday next
 * [past]                          words after which a day is one that has been, unless one of
 * [ahead]                         stands before them too
 * [prepositions] and [joins]      a bare number after one of the first is a time of the day only
 *                                 when one of the second follows, or nothing
 * </pre>
 */
final class Grammar {
  private static final Map<String, Grammar> KNOWN = new ConcurrentHashMap<>();
  private static final Set<String> LANGUAGES = Set.of("en", "de", "fr", "es");

  /** What a pattern means: the name of a sense, with what the rule gives to it. */
  record Rule(Node pattern, String sense, List<String> given) {}

  private final Map<String, List<Rule>> rules = new HashMap<>();
  private final Map<String, Set<String>> words = new HashMap<>();
  private @Nullable Starts starts;

  private Grammar() {}

  /** English where a language has no rules yet. */
  static Grammar of(Locale locale) {
    String language = LANGUAGES.contains(locale.getLanguage()) ? locale.getLanguage() : "en";
    return KNOWN.computeIfAbsent(language, Grammar::read);
  }

  Starts starts() {
    return Objects.requireNonNull(starts);
  }

  List<Rule> rules(String category) {
    List<Rule> found = rules.get(category);
    if (found == null) {
      throw new IllegalStateException("No rule says what <" + category + "> is");
    }
    return found;
  }

  /** The words of a plain list. */
  Set<String> list(String name) {
    return words.getOrDefault(name, Set.of());
  }

  private static Grammar read(String language) {
    Grammar grammar = new Grammar();
    String section = "";
    for (String line : lines(language)) {
      if (line.startsWith("[") && line.endsWith("]") && !line.contains(" ")) {
        section = line.substring(1, line.length() - 1);
      } else {
        grammar.add(section, line);
      }
    }
    grammar.starts = new Starts(grammar.rules);
    return grammar;
  }

  private void add(String section, String line) {
    switch (section) {
      case "rules" -> rule(line);
      case "past", "ahead", "prepositions", "joins" ->
          words
              .computeIfAbsent(section, s -> new HashSet<>())
              .addAll(Arrays.asList(line.split("\\s+", -1)));
      default -> word(section, line);
    }
  }

  private void word(String category, String line) {
    int cut = line.indexOf(" = ");
    String name = line.substring(0, cut).strip();
    for (String said : line.substring(cut + 3).split("\\|", -1)) {
      put(category, new Rule(Patterns.read(said.strip()), "word", List.of(name)));
    }
  }

  private void rule(String line) {
    int colon = line.indexOf(" : ");
    int arrow = line.lastIndexOf(" => ");
    if (colon < 0 || arrow < colon) {
      throw new IllegalStateException("Write a rule as “category : pattern => sense”: " + line);
    }
    List<String> sense = Arrays.asList(line.substring(arrow + 4).strip().split("\\s+", -1));
    put(
        line.substring(0, colon).strip(),
        new Rule(
            Patterns.read(line.substring(colon + 3, arrow)),
            sense.getFirst(),
            List.copyOf(sense.subList(1, sense.size()))));
  }

  private void put(String category, Rule rule) {
    rules.computeIfAbsent(category, c -> new ArrayList<>()).add(rule);
  }

  private static List<String> lines(String language) {
    String name = "/moments/" + language + ".txt";
    try (@Nullable InputStream file = Grammar.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The words for moments could not be read", e);
    }
  }
}

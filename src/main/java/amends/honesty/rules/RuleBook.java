package amends.honesty.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of a language, from {@code <folder>/<language>.txt}; the file says how it is read. */
public final class RuleBook {
  private static final Map<String, RuleBook> KNOWN = new ConcurrentHashMap<>();
  private static final Pattern LETTERS = Pattern.compile("[a-z]{2,3}");
  private static final Pattern NAMED = Pattern.compile("\\{([A-Z]{2,})}");

  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, String> defined = new HashMap<>();
  private final Map<String, List<Wording>> innocent = new HashMap<>();
  private Pieces pieces = new Pieces(List.of());

  private RuleBook() {}

  /** English where a language has no rules yet. */
  public static RuleBook of(String folder, Locale locale) {
    String own = "/" + folder + "/" + locale.getLanguage() + ".txt";
    boolean written = LETTERS.matcher(locale.getLanguage()).matches() && isThere(own);
    return KNOWN.computeIfAbsent(written ? own : "/" + folder + "/en.txt", RuleBook::read);
  }

  private static boolean isThere(String name) {
    return KNOWN.containsKey(name) || RuleBook.class.getResource(name) != null;
  }

  List<Rule> rules() {
    return rules;
  }

  private static RuleBook read(String name) {
    RuleBook book = new RuleBook();
    book.include(name.substring(1));
    book.pieces = new Pieces(book.rules);
    return book;
  }

  /** Pieces of words keep the blanks at their ends. */
  private static String stripped(String line) {
    return line.startsWith("has ") ? line : line.strip();
  }

  /** The numbers of the rules that can mark this sentence. */
  BitSet possible(String sentence) {
    return pieces.possible(sentence);
  }

  /**
   * Whether a sentence is an innocent use of the words of a kind, whichever of its rules marks
   * them.
   *
   * @param plain whether the sentence has plain letters only
   */
  boolean innocent(String kind, String sentence, boolean plain) {
    return innocent.getOrDefault(kind, List.of()).stream()
        .anyMatch(wording -> wording.in(sentence, plain).find());
  }

  /** What stands in a further file, as if it stood here. */
  private void include(String name) {
    try (@Nullable InputStream file = RuleBook.class.getResourceAsStream("/" + name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(RuleBook::stripped)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException("The rules could not be read", e);
    }
  }

  private void add(String line) {
    int cut = line.indexOf(' ');
    String word = cut < 0 ? line : line.substring(0, cut);
    String rest = cut < 0 ? "" : line.substring(cut + 1).strip();
    switch (word) {
      case "include" -> include(rest);
      case "define" -> define(rest);
      case "innocent" -> {
        String[] named = rest.split(" ", 2);
        innocent
            .computeIfAbsent(named[0], kind -> new ArrayList<>())
            .add(wording(named[1].strip(), false));
      }
      case "rule" -> {
        String[] named = rest.split(" ", 2);
        rules.add(new Rule(named[0], named[1]));
      }
      case "find" -> rules.getLast().finds.add(wording(rest, false));
      case "find-case" -> rules.getLast().finds.add(wording(rest, true));
      case "has" -> rules.getLast().has.addAll(List.of(line.substring(cut + 1).split("\\|", -1)));
      case "needs" -> rules.getLast().needs.add(wording(rest, false));
      case "unless" -> rules.getLast().unless.add(wording(rest, false));
      case "unless-moment" -> rules.getLast().unlessMoment = true;
      case "needs-moment" -> rules.getLast().needsMoment = true;
      case "sentence" -> rules.getLast().sentence = true;
      case "better" -> rules.getLast().better = rest;
      default -> throw new IllegalStateException("No rule is written like “" + line + "”");
    }
  }

  private Wording wording(String pattern, boolean caseMinded) {
    return new Wording(filled(pattern), caseMinded);
  }

  private void define(String rest) {
    String[] named = rest.split("\\s+", 2);
    defined.put(named[0], filled(named[1]));
  }

  private String filled(String pattern) {
    return NAMED
        .matcher(pattern)
        .replaceAll(named -> {
          String part = defined.get(named.group(1));
          if (part == null) {
            throw new IllegalStateException("{" + named.group(1) + "} is not defined");
          }
          return Matcher.quoteReplacement(part);
        });
  }
}

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
  private final Clauses subjects = new Clauses();
  private final Wordings wordings = new Wordings();
  private final List<Wording> unsure = new ArrayList<>();
  private Weights weights = Weights.NONE;

  private RuleBook() {}

  /** English where a language has no rules yet. */
  public static RuleBook of(String folder, Locale locale) {
    String name = isWritten(folder, locale) ? name(folder, locale) : "/" + folder + "/en.txt";
    return KNOWN.computeIfAbsent(name, RuleBook::read);
  }

  /** Whether a language has rules of its own. */
  public static boolean isWritten(String folder, Locale locale) {
    String name = name(folder, locale);
    return LETTERS.matcher(locale.getLanguage()).matches()
        && (KNOWN.containsKey(name) || RuleBook.class.getResource(name) != null);
  }

  private static String name(String folder, Locale locale) {
    return "/" + folder + "/" + locale.getLanguage() + ".txt";
  }

  List<Rule> rules() {
    return rules;
  }

  /** Whether words of a kind can be what they weigh there, as far as rules tell. */
  boolean mayBeSure(String kind, Reading read) {
    return unsure.stream().noneMatch(read::bears) && !innocent(kind, read);
  }

  /** The rules whose marks no second look lets go. */
  List<Rule> trusted() {
    return rules.stream().filter(rule -> rule.trusted).toList();
  }

  /** The second look at what they mark; {@link Weights#NONE} where there is none. */
  Weights weights() {
    return weights;
  }

  private static RuleBook read(String name) {
    RuleBook book = new RuleBook();
    book.include(name.substring(1));
    Pieces pieces = book.wordings.pieces();
    book.rules.stream()
        .filter(rule -> !rule.has.isEmpty())
        .forEach(rule -> rule.pieces = pieces.of(rule.has));
    pieces.grow();
    return book;
  }

  /** Pieces of words keep the blanks at their ends. */
  private static String stripped(String line) {
    return line.startsWith("has ") ? line : line.strip();
  }

  /** Whether a sentence uses words of a kind innocently, whichever of its rules marks them. */
  boolean innocent(String kind, Reading read) {
    return innocent.getOrDefault(kind, List.of()).stream().anyMatch(read::bears);
  }

  Reading reading(String sentence, boolean moment) {
    BitSet pieces = wordings.pieces().in(sentence);
    return new Reading(sentence, moment, subjects, pieces, wordings.count());
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
      case "weights" -> weights = Weights.read(rest);
      case "unsure" -> unsure.add(wording(rest, false));
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
      case "unless-there" -> rules.getLast().unlessThere.add(wording(rest, false));
      case "subject" -> {
        String[] named = rest.split("\\s+", 2);
        subjects.add(named[0], wording(named[1], false));
      }
      case "by" -> rules.getLast().by = subjects.known(rest);
      case "unless-moment" -> rules.getLast().unlessMoment = true;
      case "needs-moment" -> rules.getLast().needsMoment = true;
      case "sentence" -> rules.getLast().sentence = true;
      case "trusted" -> rules.getLast().trusted = true;
      case "better" -> rules.getLast().better = rest;
      default -> throw new IllegalStateException("No rule is written like “" + line + "”");
    }
  }

  private Wording wording(String pattern, boolean caseMinded) {
    return wordings.of(filled(pattern), caseMinded);
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

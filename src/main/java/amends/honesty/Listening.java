package amends.honesty;

import amends.honesty.rules.Mark;
import amends.honesty.rules.RuleBook;
import amends.honesty.rules.Sentences;
import amends.honesty.rules.Sentences.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Listens to what somebody wrote: signals with the words that show them, never a score. Transparent
 * rules, as data for each language.
 */
public final class Listening {
  /** What hurts stands near the top; a mail of several megabytes must not hold up intake. */
  private static final int LONGEST_TEXT = 4_000;

  private static final List<Locale> LANGUAGES =
      Stream.of("en", "de", "fr", "es").map(Locale::forLanguageTag).toList();
  private static final Set<String> HARM = Set.of(Signal.INJURY.code(), Signal.DANGER.code());

  private static final HeardBefore BEFORE = new HeardBefore();

  private static final String ASKS = "asks_";
  private static final String MODE = "mode_";

  private Listening() {}

  /** What may stand behind words that come in. */
  public enum Signal {
    INJURY,
    DANGER,
    VULNERABILITY,
    LEGAL,
    PRESS,
    REACH,
    ANGER,
    URGENCY,
    REPEAT;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Words that show something; places are UTF-16 units. */
  public record Words(int start, int end, String words) {}

  /** A signal, with the words that show it. */
  public record Shown(Signal signal, List<Words> words) {}

  /** Something that is asked for or that failed, by its code, with the words that show it. */
  public record Meant(String code, Words words) {}

  /**
   * @param complaint whether it is one at all
   * @param signals the gravest first
   * @param asks such as {@code refund}
   * @param failureMode a suggestion, such as {@code late_delivery}
   */
  public record Heard(
      boolean complaint, List<Shown> signals, List<Meant> asks, Optional<Meant> failureMode) {

    /** Somebody was hurt, or may be: a person calls. */
    public boolean asksForACall() {
      return signals.stream()
          .anyMatch(s -> s.signal() == Signal.INJURY || s.signal() == Signal.DANGER);
    }

    public boolean shows(Signal signal) {
      return signals.stream().anyMatch(s -> s.signal() == signal);
    }
  }

  /** The same in the language that the text is likely in. */
  public static Heard to(String text) {
    return to(text, Spoken.likely(text, Locale.ENGLISH));
  }

  /** The same for a letter that was perhaps read before, and will be again. */
  public static Heard again(String text) {
    return BEFORE.of(
        text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text, Listening::to);
  }

  /**
   * Hurt and danger are heard in every language, whatever the text is said to be in: a text message
   * of four words does not tell.
   *
   * @param locale of the text; English where a language has no rules yet
   */
  public static Heard to(String text, Locale locale) {
    return to(text, locale, kind -> true);
  }

  /**
   * Whether somebody was hurt or may be, and nothing else, in any language: as mails come in, by
   * the thousand.
   */
  public static Heard toHarm(String text) {
    return to(text, Locale.ENGLISH, HARM::contains);
  }

  private static List<Mark> marks(String text, Locale locale, Predicate<String> kinds) {
    List<Sentence> sentences = Sentences.of(text, locale);
    List<Mark> marks =
        new ArrayList<>(Mark.in(RuleBook.of("listening", locale), sentences, s -> false, kinds));
    for (Locale other : LANGUAGES) {
      if (!other.getLanguage().equals(locale.getLanguage())) {
        Mark.in(RuleBook.of("listening", other), sentences, s -> false, HARM::contains).stream()
            .filter(mark -> marks.stream().noneMatch(m -> saysTheSame(m, mark)))
            .forEach(marks::add);
      }
    }
    return marks;
  }

  private static boolean saysTheSame(Mark one, Mark other) {
    return one.kind().equals(other.kind()) && one.sentence().start() == other.sentence().start();
  }

  private static Heard to(String text, Locale locale, Predicate<String> kinds) {
    String read = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    List<Mark> marks = marks(read, locale, kinds);
    List<Shown> signals = new ArrayList<>();
    for (Signal signal : Signal.values()) {
      List<Words> words =
          marks.stream()
              .filter(m -> m.kind().equals(signal.code()))
              .map(m -> words(m, read))
              .toList();
      if (!words.isEmpty()) {
        signals.add(new Shown(signal, words));
      }
    }
    List<Meant> asks = meant(marks, read, ASKS);
    List<Meant> modes = meant(marks, read, MODE);
    boolean complaint =
        marks.stream().anyMatch(m -> m.kind().equals("complaint")) || grave(signals);
    return new Heard(
        complaint, List.copyOf(signals), asks, complaint ? gravest(modes) : Optional.empty());
  }

  private static boolean grave(List<Shown> signals) {
    return signals.stream()
        .map(Shown::signal)
        .anyMatch(s -> s == Signal.INJURY || s == Signal.DANGER || s == Signal.ANGER);
  }

  private static List<Meant> meant(List<Mark> marks, String text, String kinds) {
    List<Meant> found = new ArrayList<>();
    for (Mark mark : marks) {
      String code = mark.kind().startsWith(kinds) ? mark.kind().substring(kinds.length()) : "";
      if (!code.isEmpty() && found.stream().noneMatch(m -> m.code().equals(code))) {
        found.add(new Meant(code, words(mark, text)));
      }
    }
    return List.copyOf(found);
  }

  /** A hazard before everything else, then what is said first. */
  private static Optional<Meant> gravest(List<Meant> modes) {
    return modes.stream()
        .filter(m -> m.code().equals("safety_hazard"))
        .findFirst()
        .or(() -> modes.stream().min(Comparator.comparingInt(m -> m.words().start())));
  }

  private static Words words(Mark mark, String text) {
    return new Words(mark.start(), mark.end(), text.substring(mark.start(), mark.end()));
  }
}

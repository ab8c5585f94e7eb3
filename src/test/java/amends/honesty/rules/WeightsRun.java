package amends.honesty.rules;

import static org.assertj.core.api.Assertions.assertThat;

import amends.time.Moment;
import amends.time.Moments;
import amends.time.WorkingCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Learns the weights of words anew, from the halves to tune alone, and holds the file that the
 * program ships against what was learnt. {@code -Damends.write=true} writes it.
 */
@Tag("longrun")
class WeightsRun {
  private static final Path SENTENCES = Path.of("src/test/resources/amends/honesty");
  private static final Path FILE = Path.of("src/main/resources/honesty/en-weights.tsv");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Instant NOW = Instant.parse("2026-05-12T13:07:00Z");

  /** The rules were written with these before the eyes. */
  private static final List<String> TUNED = List.of("", "freshest/", "newest/", "unseen/");

  private static final List<String> UNTUNED = List.of("varied/", "ordinary/");

  /** By label, and what better words each kind is given. What is not here, rules alone decide. */
  private static final Map<String, String> KINDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("vague-time", "vague_time"),
              Map.entry("never-before", "never_before"),
              Map.entry("on-behalf", "unaccepted"),
              Map.entry("unbacked-promise", "unrecorded"),
              Map.entry("beyond-certain", "overpromise"),
              Map.entry("wont-happen-again", "no_recurrence"),
              Map.entry("non-apology", "non_apology"),
              Map.entry("blame", "blame"),
              Map.entry("silence-for-redress", "silence"),
              Map.entry("repeated-apology-without-deed", "repeated_apology"),
              Map.entry("fault-admission", "liability"),
              Map.entry("unverified-cause", "unverified_cause"),
              Map.entry("marketing", "marketing")));

  @Test
  void theWeightsAreWhatTheSentencesTeach() throws IOException {
    List<Teaching.Row> rows = new ArrayList<>();
    RuleBook book = RuleBook.of("honesty", Locale.ENGLISH);
    for (String set : TUNED) {
      read(book, set, true, rows);
    }
    for (String set : UNTUNED) {
      read(book, set, false, rows);
    }
    Set<String> aside = aside();
    for (String set : List.of("fresh", "fresher")) {
      for (String label : KINDS.keySet()) {
        Path file = SENTENCES.resolve(set + "/" + label + ".txt");
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
          if (!aside.contains(same(line.substring(2)))) {
            rows.add(said(line, label, set, rows.size()));
          }
        }
      }
    }
    for (String line : Files.readAllLines(SENTENCES.resolve("innocent.tsv"))) {
      String[] part = line.split("\t", -1);
      if (KINDS.containsKey(part[0]) && !aside.contains(same(part[1]))) {
        rows.add(said("- " + part[1], part[0], "innocent", rows.size()));
      }
    }
    List<String> learnt = new ArrayList<>(HEAD);
    learnt.addAll(new Teaching(rows).learnt(List.copyOf(KINDS.values()), better(book)));
    if (Boolean.getBoolean("amends.write")) {
      Files.write(FILE, learnt);
    }
    assertThat(Files.readAllLines(FILE)).isEqualTo(learnt);
  }

  /** What is measured by is not learnt from, in whichever set it stands. */
  private static Set<String> aside() throws IOException {
    Set<String> aside = new HashSet<>();
    for (List<String> sets : List.of(TUNED, UNTUNED)) {
      for (String set : sets) {
        for (String line : Files.readAllLines(SENTENCES.resolve(set + "test.tsv"))) {
          if (line.contains("\t")) {
            aside.add(same(line.split("\t", -1)[1]));
          }
        }
      }
    }
    return aside;
  }

  private static String same(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", " ").strip();
  }

  private static final List<String> HEAD =
      List.of(
          "# How much words weigh, learnt from the labelled sentences of the tests: written by"
              + " WeightsRun, never by hand. The form is that of Weights.");

  private static void read(RuleBook book, String set, boolean tuned, List<Teaching.Row> rows)
      throws IOException {
    Path file = SENTENCES.resolve(set + "tune.tsv");
    if (!Files.exists(file)) {
      return;
    }
    for (String line : Files.readAllLines(file)) {
      if (line.contains("\t")) {
        rows.add(row(book, line.split("\t", -1), set, tuned, rows.size()));
      }
    }
  }

  /** A sentence in which one kind was looked for: {@code +} it bears it, {@code -} it does not. */
  private static Teaching.Row said(String line, String label, String set, int number) {
    Set<String> traits = new HashSet<>();
    Sentences.of(line.substring(2), Locale.ENGLISH)
        .forEach(sentence -> traits.addAll(Traits.names(sentence.plain())));
    String kind = Objects.requireNonNull(KINDS.get(label));
    Set<String> kinds = line.startsWith("+") ? Set.of(kind) : Set.of();
    return new Teaching.Row(traits, kinds, kind, set + number % 20, true, Map.of());
  }

  private static Teaching.Row row(
      RuleBook book, String[] part, String set, boolean tuned, int number) {
    Set<String> traits = new HashSet<>();
    Map<String, String> marks = new TreeMap<>();
    List<Moment> moments =
        Moments.in(part[1], Locale.ENGLISH, NOW, LONDON, WorkingCalendar.office(LONDON));
    for (Sentences.Sentence sentence : Sentences.of(part[1], Locale.ENGLISH)) {
      traits.addAll(Traits.names(sentence.plain()));
      boolean moment =
          moments.stream()
              .anyMatch(m ->
                  m.start() >= sentence.start() && m.end() <= sentence.end() && m.due() != null);
      Mark.byRules(book, sentence, book.reading(sentence.plain(), moment), kind -> true)
          .forEach((kind, mark) -> marks.putIfAbsent(kind.toLowerCase(Locale.ROOT), mark.rule()));
    }
    Set<String> kinds = new HashSet<>();
    Arrays.stream(part[2].split(",", -1))
        .map(label -> label.equals("fault") ? "fault-admission" : label)
        .filter(KINDS::containsKey)
        .map(KINDS::get)
        .forEach(kinds::add);
    String group = tuned ? set + number % 20 : part[0].substring(0, part[0].lastIndexOf('-'));
    return new Teaching.Row(traits, kinds, "", group, tuned, marks);
  }

  /** The better words that most rules of a kind name, where they stand for a whole sentence. */
  private static Map<String, String> better(RuleBook book) {
    Map<String, Map<String, Integer>> count = new TreeMap<>();
    for (Rule rule : book.rules()) {
      count
          .computeIfAbsent(rule.kind, kind -> new TreeMap<>())
          .merge(rule.sentence ? rule.better : "", 1, Integer::sum);
    }
    Map<String, String> better = new TreeMap<>();
    count.forEach((kind, keys) ->
        better.put(
            kind,
            Objects.requireNonNull(
                keys.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(""))));
    return better;
  }
}

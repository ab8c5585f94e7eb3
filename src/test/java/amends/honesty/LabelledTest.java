package amends.honesty;

import static org.assertj.core.api.Assertions.assertThat;

import amends.honesty.rules.Mark;
import amends.honesty.rules.RuleBook;
import amends.honesty.rules.Sentences;
import amends.time.Moment;
import amends.time.Moments;
import amends.time.WorkingCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The rules against 1,159 sentences that somebody else wrote and labelled without having seen them,
 * split by hash: the rules were written with the half to tune before the eyes, never with the other
 * one. What is asked of the unseen half is what the rules reach today; goals are 0.95 and 0.6.
 */
class LabelledTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Instant NOW = Instant.parse("2026-05-12T13:07:00Z");
  private static final RuleBook BOOK = RuleBook.of("honesty", Locale.ENGLISH);

  private static final Map<Kind, String> LABELS =
      Map.ofEntries(
          Map.entry(Kind.VAGUE_TIME, "vague-time"),
          Map.entry(Kind.NEVER_BEFORE, "never-before"),
          Map.entry(Kind.UNACCEPTED, "on-behalf"),
          Map.entry(Kind.UNRECORDED, "unbacked-promise"),
          Map.entry(Kind.OVERPROMISE, "beyond-certain"),
          Map.entry(Kind.NO_RECURRENCE, "wont-happen-again"),
          Map.entry(Kind.NON_APOLOGY, "non-apology"),
          Map.entry(Kind.BLAME, "blame"),
          Map.entry(Kind.SILENCE, "silence-for-redress"),
          Map.entry(Kind.REPEATED_APOLOGY, "repeated-apology-without-deed"),
          Map.entry(Kind.LIABILITY, "fault-admission"),
          Map.entry(Kind.UNVERIFIED_CAUSE, "unverified-cause"),
          Map.entry(Kind.MARKETING, "marketing"),
          Map.entry(Kind.BARRED_WORDS, "softened-safety"),
          Map.entry(Kind.SOFTENED_SAFETY, "softened-safety"));

  /** How often a label was found rightly, wrongly and not at all. */
  private static final class Score {
    private int right;
    private int wrong;
    private int missed;

    double precision() {
      return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    double recall() {
      return right + missed == 0 ? 1 : (double) right / (right + missed);
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "precision %.3f recall %.3f", precision(), recall());
    }
  }

  @Test
  void findsWhatTheyWereTunedOn() {
    assertThat(scores("tune.tsv"))
        .allSatisfy((label, score) -> {
          assertThat(score.precision()).as(label).isGreaterThanOrEqualTo(0.95);
          assertThat(score.recall()).as(label).isGreaterThanOrEqualTo(0.6);
        });
  }

  @Test
  void findsMuchOfWhatTheyHaveNotSeen() {
    Map<String, Score> scores = scores("test.tsv");
    System.out.println("unseen half: " + scores);
    assertThat(scores)
        .allSatisfy((label, score) -> {
          assertThat(score.precision()).as(label).isGreaterThanOrEqualTo(0.84);
          assertThat(score.recall()).as(label).isGreaterThanOrEqualTo(0.3);
        });
  }

  private static Map<String, Score> scores(String file) {
    Map<String, Score> scores = new TreeMap<>();
    LABELS.values().forEach(label -> scores.computeIfAbsent(label, l -> new Score()));
    for (String line : lines(file)) {
      String[] parts = line.split("\t", -1);
      Set<String> labelled = new TreeSet<>(Arrays.asList(parts[2].split(",", -1)));
      Set<String> found = found(parts[1]);
      scores.forEach(
          (label, score) -> note(score, labelled.contains(label), found.contains(label)));
    }
    return scores;
  }

  private static void note(Score score, boolean labelled, boolean found) {
    if (labelled && found) {
      score.right++;
    } else if (found) {
      score.wrong++;
    } else if (labelled) {
      score.missed++;
    }
  }

  private static Set<String> found(String text) {
    List<Moment> moments =
        Moments.in(text, Locale.ENGLISH, NOW, LONDON, WorkingCalendar.office(LONDON));
    return Mark.in(
            BOOK,
            Sentences.of(text, Locale.ENGLISH),
            s ->
                moments.stream()
                    .anyMatch(m -> m.start() >= s.start() && m.end() <= s.end() && m.due() != null))
        .stream()
        .map(mark -> Kind.of(mark.kind()).map(LABELS::get).orElse(null))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static List<String> lines(String file) {
    try (InputStream read = LabelledTest.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(read).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.contains("\t"))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

package amends.honesty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The check against sentences that others wrote and labelled without having seen its rules. Of
 * 4,113 in four sets, each split by hash, the rules were written with the halves to tune before the
 * eyes, never with the other ones; where two readers more agreed against the writer, theirs is the
 * label. Two larger sets came later, in ordinary and in far-fetched words: no rule was written by
 * them, the second look has learnt from the parts to tune. What is asked of what was not seen is
 * what is reached today.
 */
class LabelledTest {
  /**
   * The set with freshest/ and newest/, which ask more of the kinds that are hardest to tell, and
   * with unseen/, which was written when the rules had been measured against all others.
   */
  private static final String[] SEEN = {
    "tune.tsv", "freshest/tune.tsv", "newest/tune.tsv", "unseen/tune.tsv"
  };

  private static final String[] UNSEEN = {
    "test.tsv", "freshest/test.tsv", "newest/test.tsv", "unseen/test.tsv"
  };

  /** What the latest set calls by names of its own. */
  private static final Map<String, String> NAMES =
      Map.of("fault", "fault-admission", "barred-recall-word", "softened-safety");

  /**
   * What the unseen halves must show today, in hundredths, rounded down. The goal is 95 and 60 for
   * each.
   */
  private record Floor(int precision, int recall) {}

  private static final Map<String, Floor> REACHED =
      Map.ofEntries(
          Map.entry("beyond-certain", new Floor(94, 59)),
          Map.entry("blame", new Floor(94, 62)),
          Map.entry("fault-admission", new Floor(100, 80)),
          Map.entry("marketing", new Floor(97, 62)),
          Map.entry("never-before", new Floor(94, 67)),
          Map.entry("non-apology", new Floor(93, 78)),
          Map.entry("on-behalf", new Floor(96, 79)),
          Map.entry("repeated-apology-without-deed", new Floor(100, 75)),
          Map.entry("silence-for-redress", new Floor(93, 63)),
          Map.entry("softened-safety", new Floor(97, 65)),
          Map.entry("unbacked-promise", new Floor(97, 77)),
          Map.entry("unverified-cause", new Floor(97, 63)),
          Map.entry("vague-time", new Floor(100, 85)),
          Map.entry("wont-happen-again", new Floor(97, 72)));

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
      return String.format(
          Locale.ROOT,
          "precision %.3f recall %.3f (%d right, %d wrong, %d missed)",
          precision(),
          recall(),
          right,
          wrong,
          missed);
    }
  }

  @Test
  void findsWhatTheyWereTunedOn() {
    assertThat(scores(SEEN))
        .allSatisfy((label, score) -> {
          assertThat(score.precision()).as(label).isGreaterThanOrEqualTo(0.95);
          assertThat(score.recall()).as(label).isGreaterThanOrEqualTo(0.6);
        });
  }

  /**
   * Sentences that whoever wrote the rules made up beside each other, guilty and innocent, to see
   * by what they differ: they say nothing of how well the rules do, only that none of it is lost.
   */
  @Test
  void tellsNeighboursApart() {
    assertThat(scores("near.tsv"))
        .hasEntrySatisfying("blame", LabelledTest::reaches)
        .hasEntrySatisfying("marketing", LabelledTest::reaches)
        .hasEntrySatisfying("never-before", LabelledTest::reaches)
        .hasEntrySatisfying("unbacked-promise", LabelledTest::reaches)
        .hasEntrySatisfying("unverified-cause", LabelledTest::reaches)
        .hasEntrySatisfying("wont-happen-again", LabelledTest::reaches);
  }

  private static void reaches(Score score) {
    assertThat(score.precision()).isGreaterThanOrEqualTo(0.95);
    assertThat(score.recall()).isGreaterThanOrEqualTo(0.6);
  }

  @Test
  void findsMuchOfWhatTheyHaveNotSeen() {
    Map<String, Score> all = scores(UNSEEN);
    System.out.println("unseen halves: " + all);
    assertThat(all)
        .allSatisfy((label, score) -> {
          Floor floor = Objects.requireNonNull(REACHED.get(label));
          holds(label, score, floor.precision(), floor.recall());
        });
  }

  /** Ordinary words, and words that nobody else would use: all kinds together. */
  @Test
  void findsAPartOfWhatIsSaidInQuiteOtherWords() {
    Score ordinary = together("ordinary/test.tsv");
    Score varied = together("varied/test.tsv");
    System.out.println("ordinary: " + scores("ordinary/test.tsv") + ", together " + ordinary);
    System.out.println("varied: " + scores("varied/test.tsv") + ", together " + varied);
    holds("ordinary", ordinary, 90, 50);
    holds("varied", varied, 90, 40);
  }

  private static Score together(String file) {
    Score sum = new Score();
    scores(file)
        .values()
        .forEach(score -> {
          sum.right += score.right;
          sum.wrong += score.wrong;
          sum.missed += score.missed;
        });
    return sum;
  }

  private static void holds(String label, Score score, int precision, int recall) {
    assertThat(score.precision()).as(label).isGreaterThanOrEqualTo(precision / 100.0);
    assertThat(score.recall()).as(label).isGreaterThanOrEqualTo(recall / 100.0);
  }

  private static Map<String, Score> scores(String... files) {
    Map<String, Score> scores = new TreeMap<>();
    Labels.ALL.values().forEach(label -> scores.computeIfAbsent(label, l -> new Score()));
    Stream.of(files)
        .flatMap(file -> lines(file).stream())
        .forEach(line -> {
          String[] parts = line.split("\t", -1);
          Set<String> labelled =
              Arrays.stream(parts[2].split(",", -1))
                  .map(label -> NAMES.getOrDefault(label, label))
                  .collect(Collectors.toSet());
          Set<String> found = Labels.found(parts[1]);
          scores.forEach(
              (label, score) -> note(score, labelled.contains(label), found.contains(label)));
        });
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

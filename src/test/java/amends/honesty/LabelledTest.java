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
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The rules against 2,107 sentences that others wrote and labelled without having seen them, in two
 * sets, each split by hash: the rules were written with the halves to tune before the eyes, never
 * with the other ones. What is asked of the unseen halves is what the rules reach today.
 */
class LabelledTest {
  /**
   * What the unseen half must show today: precision and recall in hundredths, rounded down. The
   * goal is 95 and 60 for each; five labels do not reach it in precision, none misses it in recall.
   */
  private static final Map<String, int[]> REACHED =
      Map.ofEntries(
          Map.entry("beyond-certain", new int[] {89, 78}),
          Map.entry("blame", new int[] {86, 62}),
          Map.entry("fault-admission", new int[] {95, 76}),
          Map.entry("marketing", new int[] {84, 64}),
          Map.entry("never-before", new int[] {90, 63}),
          Map.entry("non-apology", new int[] {96, 78}),
          Map.entry("on-behalf", new int[] {100, 84}),
          Map.entry("repeated-apology-without-deed", new int[] {100, 80}),
          Map.entry("silence-for-redress", new int[] {100, 65}),
          Map.entry("softened-safety", new int[] {100, 61}),
          Map.entry("unbacked-promise", new int[] {95, 75}),
          Map.entry("unverified-cause", new int[] {85, 72}),
          Map.entry("vague-time", new int[] {100, 84}),
          Map.entry("wont-happen-again", new int[] {95, 83}));

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
          int[] reached = Objects.requireNonNull(REACHED.get(label));
          assertThat(score.precision()).as(label).isGreaterThanOrEqualTo(reached[0] / 100.0);
          assertThat(score.recall()).as(label).isGreaterThanOrEqualTo(reached[1] / 100.0);
        });
  }

  private static Map<String, Score> scores(String file) {
    Map<String, Score> scores = new TreeMap<>();
    Labels.ALL.values().forEach(label -> scores.computeIfAbsent(label, l -> new Score()));
    for (String line : lines(file)) {
      String[] parts = line.split("\t", -1);
      Set<String> labelled = new TreeSet<>(Arrays.asList(parts[2].split(",", -1)));
      Set<String> found = Labels.found(parts[1]);
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

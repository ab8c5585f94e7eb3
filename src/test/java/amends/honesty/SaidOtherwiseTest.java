package amends.honesty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * For each kind dozens of sentences that are not honest (+) and of honest ones that look like it
 * (-), in {@code fresh/KIND.txt}, from many trades. The rules were widened with these before the
 * eyes; what they do to words that nobody has tuned on is said by {@link LabelledTest}.
 */
class SaidOtherwiseTest {
  /** One in so many may be let go by the second look, which keeps marks right. */
  private static final int LEFT = 4;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "beyond-certain",
        "blame",
        "fault-admission",
        "marketing",
        "never-before",
        "non-apology",
        "on-behalf",
        "repeated-apology-without-deed",
        "silence-for-redress",
        "softened-safety",
        "unbacked-promise",
        "unverified-cause",
        "vague-time",
        "wont-happen-again"
      })
  void honestLookAlikesAreLeftAndAlmostAllOthersFound(String label) {
    List<String> lines = lines("fresh/" + label + ".txt");
    List<String> honest = lines.stream().filter(l -> l.startsWith("- ")).toList();
    List<String> dishonest = lines.stream().filter(l -> l.startsWith("+ ")).toList();
    assertThat(honest).hasSizeGreaterThan(12);
    assertThat(dishonest).hasSizeGreaterThan(24);
    assertThat(honest)
        .allSatisfy(l -> assertThat(Labels.found(l.substring(2))).as(l).doesNotContain(label));
    List<String> missed =
        dishonest.stream().filter(l -> !Labels.found(l.substring(2)).contains(label)).toList();
    assertThat(missed).hasSizeLessThanOrEqualTo(dishonest.size() / LEFT);
  }

  static List<String> hardest() {
    return List.of(
        "beyond-certain",
        "blame",
        "marketing",
        "never-before",
        "silence-for-redress",
        "softened-safety",
        "unverified-cause");
  }

  /** More of the kinds that were hardest to tell, by another hand, a third kept back at first. */
  @ParameterizedTest
  @MethodSource("hardest")
  void theHardestKindsAreToldFromWhatSoundsLikeThem(String label) {
    List<String> lines = lines("fresher/" + label + ".txt");
    assertThat(lines)
        .filteredOn(l -> l.startsWith("- "))
        .hasSizeGreaterThan(30)
        .allSatisfy(l -> assertThat(Labels.found(l.substring(2))).as(l).doesNotContain(label));
    assertThat(lines)
        .filteredOn(l -> l.startsWith("+ "))
        .hasSizeGreaterThan(50)
        .filteredOn(l -> !Labels.found(l.substring(2)).contains(label))
        .hasSizeLessThanOrEqualTo(
            (int) lines.stream().filter(l -> l.startsWith("+ ")).count() / LEFT);
  }

  /**
   * Honest sentences of every kind, each of which sounded like some offence when it was written.
   */
  @ParameterizedTest
  @MethodSource("hardest")
  void whatOnlySoundsLikeAnOffenceIsLeft(String label) {
    assertThat(lines("fresher/honest.txt"))
        .allSatisfy(l -> assertThat(Labels.found(l.substring(2))).as(l).doesNotContain(label));
  }

  /**
   * Innocent sentences of many trades, each written to stand near one kind: told words, other
   * firms, conditions, terms of contract, senses of a craft, what is dated and what was kept.
   */
  @Test
  void whatStandsNearAKindIsNotOfIt() {
    List<String> found =
        lines("innocent.tsv").stream()
            .map(line -> line.split("\t", -1))
            .filter(near -> Labels.found(near[1]).contains(near[0]))
            .map(near -> near[0] + ": " + near[1])
            .toList();
    assertThat(lines("innocent.tsv")).hasSizeGreaterThan(800);
    assertThat(found).isEmpty();
  }

  /** The same thoughts in German, French and Spanish; fewer sentences for each. */
  @ParameterizedTest
  @CsvSource({
    "de, vague-time",
    "de, never-before",
    "de, on-behalf",
    "de, wont-happen-again",
    "de, non-apology",
    "de, blame",
    "fr, vague-time",
    "fr, never-before",
    "fr, on-behalf",
    "fr, wont-happen-again",
    "fr, non-apology",
    "fr, blame",
    "es, vague-time",
    "es, never-before",
    "es, on-behalf",
    "es, wont-happen-again",
    "es, non-apology",
    "es, blame"
  })
  void isFoundInOtherLanguagesToo(String language, String label) {
    Locale locale = Locale.forLanguageTag(language);
    for (String line : lines(language + "/" + label + ".txt")) {
      boolean found = Labels.found(line.substring(2), locale).contains(label);
      assertThat(found).as(line).isEqualTo(line.startsWith("+ "));
    }
  }

  private static List<String> lines(String file) {
    try (InputStream read = SaidOtherwiseTest.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(read).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.length() > 2)
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

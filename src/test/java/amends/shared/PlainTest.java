package amends.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlainTest {
  /**
   * One letter with an accent sends all of a text the long way; what stands before it is the same.
   */
  @Test
  void lettersWithoutAccentsAreFoldedAsThoseBesideAnAccent() {
    Random random = new Random(7);
    for (int n = 0; n < 2_000; n++) {
      String text =
          random
              .ints(random.nextInt(24), 0, 128)
              .mapToObj(Character::toString)
              .collect(Collectors.joining());
      assertThat(Plain.folded(text)).isEqualTo(without(Plain.folded(text + " é"), "e"));
      assertThat(Plain.line(text)).isEqualTo(without(Plain.line(text + " é"), "é"));
    }
  }

  private static String without(String text, String end) {
    return text.substring(0, text.length() - end.length()).strip();
  }

  @Test
  void accentsCapitalsAndWhatStandsBetweenWordsAreFoldedAway() {
    assertThat(Plain.folded("  Zoë MÜLLER-Groß, 3/4 ")).isEqualTo("zoe muller gross 3 4");
    assertThat(Plain.folded("A-4000 123")).isEqualTo("a 4000 123");
    assertThat(Plain.folded("!? -")).isEmpty();
  }

  @Test
  void aLineHasNoBreaksAndNoBlanksAtItsEnds() {
    assertThat(Plain.line(" one\r\n\ttwo\u0000three \u007f")).isEqualTo("one two three");
    assertThat(Plain.line("\u00a0é \u200b x")).isEqualTo("é x");
  }
}

package amends.messages.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class SegmentsTest {
  @Test
  void oneHundredAndSixtyPlainCharactersAreOneAndOneMoreMakesTwo() {
    assertThat(Segments.of("a".repeat(160))).isEqualTo(new Segments(1, 160, true));
    assertThat(Segments.of("a".repeat(161))).isEqualTo(new Segments(2, 161, true));
    assertThat(Segments.of("a".repeat(306)).count()).isEqualTo(2);
    assertThat(Segments.of("a".repeat(307)).count()).isEqualTo(3);
  }

  @Test
  void bracketsAndTheEuroTakeTwoPlaces() {
    assertThat(Segments.of("€".repeat(80)).count()).isEqualTo(1);
    assertThat(Segments.of("€".repeat(81)).count()).isEqualTo(2);
  }

  @Test
  void oneLetterOfAnotherAlphabetMakesAllOfThemWide() {
    assertThat(Segments.of("ł" + "a".repeat(69))).isEqualTo(new Segments(1, 70, false));
    assertThat(Segments.of("ł" + "a".repeat(70)).count()).isEqualTo(2);
    // A face takes two units, and so do we count it.
    assertThat(Segments.of("🙂".repeat(35)).count()).isEqualTo(1);
    assertThat(Segments.of("🙂".repeat(36)).count()).isEqualTo(2);
  }

  @Test
  void umlautsAndAccentsOfTheBasicAlphabetCostNothing() {
    assertThat(Segments.of("Grüße, à bientôt".replace("ô", "o")).basic()).isTrue();
    assertThat(Segments.of("").count()).isEqualTo(1);
  }

  @Test
  void aNumberWithoutACountryIsOneOfTheBrands() {
    assertThat(Numbers.dialled("07700 900123", Locale.UK)).contains("+447700900123");
    assertThat(Numbers.dialled("0171 1234567", Locale.GERMANY)).contains("+491711234567");
    assertThat(Numbers.dialled("+33 6 12 34 56 78", Locale.UK)).contains("+33612345678");
    assertThat(Numbers.dialled("12", Locale.UK)).isEmpty();
    assertThat(Numbers.isFixed("+441132224567")).isTrue();
    assertThat(Numbers.isFixed("+447700900123")).isFalse();
  }
}

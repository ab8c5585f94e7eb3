package amends.honesty;

import static org.assertj.core.api.Assertions.assertThat;

import amends.honesty.Listening.Heard;
import amends.honesty.Listening.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Messages from many trades with what they show: in English in {@code heard.txt}, and fewer in
 * German, French and Spanish.
 */
class HeardTest {
  private static final Map<Character, Signal> LETTERS =
      Map.of(
          'i', Signal.INJURY,
          'd', Signal.DANGER,
          'v', Signal.VULNERABILITY,
          'l', Signal.LEGAL,
          'p', Signal.PRESS,
          'r', Signal.REACH,
          'a', Signal.ANGER,
          'u', Signal.URGENCY,
          't', Signal.REPEAT);

  private record Said(String shows, String text) {
    boolean shows(char letter) {
      return shows.indexOf(letter) >= 0;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-de", "-fr", "-es"})
  void hearsWhatIsThereAndNothingElse(String language) {
    int wrong = 0;
    int missed = 0;
    int right = 0;
    for (Said said : said(language)) {
      Heard heard = Listening.to(said.text());
      for (Map.Entry<Character, Signal> letter : LETTERS.entrySet()) {
        boolean there = said.shows(letter.getKey());
        boolean found = heard.shows(letter.getValue());
        right += there && found ? 1 : 0;
        wrong += !there && found ? 1 : 0;
        missed += there && !found ? 1 : 0;
      }
    }
    assertThat(wrong).isLessThanOrEqualTo(right / 40);
    assertThat(missed).isLessThanOrEqualTo(right / 20);
  }

  /** A call within minutes is asked for hurt and danger only, and for all of it. */
  @ParameterizedTest
  @ValueSource(strings = {"", "-de", "-fr", "-es"})
  void nobodyHurtIsOverlookedAndNobodyElseIsCalledAtOnce(String language) {
    assertThat(said(language))
        .allSatisfy(said ->
            assertThat(Listening.toHarm(said.text()).asksForACall())
                .isEqualTo(said.shows('i') || said.shows('d')));
  }

  /** Words that are harmless in the language that they are in sound like nothing in another. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "The gift card says once, come and see the die-cast cars of a new brand.",
        "They sang at the main coin market and had pain au chocolat.",
        "I made a note: the arm of the lamp and the coin are not for sale.",
        "Das Geschenk ist ein Gift Voucher, und der Brand Store hat auf.",
        "J'ai acheté du pain, une main courante et un coin de table.",
        "Voy a pie y vuelvo a las once con mi hermano.",
        "De rekening is betaald, hartelijk dank."
      })
  void nothingIsHeardInWordsOfAnotherLanguage(String text) {
    assertThat(Listening.toHarm(text).signals()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-de", "-fr", "-es"})
  void complaintsAreToldFromQuestionsAndThanks(String language) {
    List<Said> all = said(language);
    long wrong =
        all.stream().filter(s -> Listening.to(s.text()).complaint() != s.shows('c')).count();
    assertThat(wrong).isLessThanOrEqualTo(all.size() / 20);
  }

  private static List<Said> said(String language) {
    try (InputStream read = HeardTest.class.getResourceAsStream("heard" + language + ".txt")) {
      return new String(Objects.requireNonNull(read).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && line.contains("|"))
          .map(line -> line.split("\\|", 2))
          .map(parts -> new Said(parts[0], parts[1]))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

package amends.honesty;

import static org.assertj.core.api.Assertions.assertThat;

import amends.honesty.Listening.Heard;
import amends.honesty.Listening.Signal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Messages from many trades with what they show, in {@code heard.txt}. */
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

  @Test
  void hearsWhatIsThereAndNothingElse() {
    int wrong = 0;
    int missed = 0;
    int right = 0;
    for (Said said : said()) {
      Heard heard = Listening.to(said.text(), Locale.ENGLISH);
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
  @Test
  void nobodyHurtIsOverlookedAndNobodyElseIsCalledAtOnce() {
    for (Said said : said()) {
      assertThat(Listening.to(said.text(), Locale.ENGLISH).asksForACall())
          .as(said.text())
          .isEqualTo(said.shows('i') || said.shows('d'));
    }
  }

  @Test
  void complaintsAreToldFromQuestionsAndThanks() {
    List<Said> all = said();
    long wrong =
        all.stream()
            .filter(s -> Listening.to(s.text(), Locale.ENGLISH).complaint() != s.shows('c'))
            .count();
    assertThat(wrong).isLessThanOrEqualTo(all.size() / 20);
  }

  private static List<Said> said() {
    try (InputStream read = HeardTest.class.getResourceAsStream("heard.txt")) {
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

package amends.honesty.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that are not tried would have marked nothing. */
class PiecesTest {
  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "es"})
  void noRuleIsPassedOverThatWouldHaveMarked(String language) {
    Locale locale = Locale.forLanguageTag(language);
    RuleBook book = RuleBook.of("listening", locale);
    for (String text : said(language)) {
      for (Sentences.Sentence sentence : Sentences.of(text, locale)) {
        BitSet possible = book.possible(sentence.plain());
        boolean plain = Wording.plain(sentence.plain());
        for (int n = 0; n < book.rules().size(); n++) {
          if (!possible.get(n)) {
            assertThat(book.rules().get(n).in(sentence.plain(), plain, false))
                .as(book.rules().get(n).code + ": " + sentence.plain())
                .isEmpty();
          }
        }
      }
    }
  }

  @Test
  void aRuleWithoutItsPiecesIsNotTried() {
    RuleBook book = RuleBook.of("listening", Locale.ENGLISH);
    assertThat(book.possible("We are glad, dear all.").cardinality())
        .isLessThan(book.rules().size() / 4);
  }

  private static List<String> said(String language) {
    return (language.equals("en")
            ? Stream.of("heard.txt", "tune.tsv")
            : Stream.of("heard-" + language + ".txt"))
        .flatMap(name -> read("/amends/honesty/" + name).lines())
        .filter(line -> !line.startsWith("#"))
        .flatMap(line -> Stream.of(line.split("[|\t]", -1)))
        .toList();
  }

  private static String read(String name) {
    try (InputStream file = PiecesTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that are not tried would have marked nothing. */
class PiecesTest {
  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "es"})
  void noRuleOfListeningIsPassedOverThatWouldHaveMarked(String language) {
    nothingIsPassedOver("listening", Locale.forLanguageTag(language), said(language));
  }

  @ParameterizedTest
  @CsvSource({
    "en, beyond-certain blame fault-admission marketing never-before non-apology on-behalf"
        + " repeated-apology-without-deed silence-for-redress softened-safety unbacked-promise"
        + " unverified-cause vague-time wont-happen-again",
    "de, blame never-before non-apology on-behalf vague-time wont-happen-again",
    "fr, blame never-before non-apology on-behalf vague-time wont-happen-again",
    "es, blame never-before non-apology on-behalf vague-time wont-happen-again"
  })
  void noRuleOfHonestWordsIsPassedOverThatWouldHaveMarked(String language, String labels) {
    String folder = language.equals("en") ? "fresh" : language;
    Stream<String> files = Stream.of(labels.split(" ", -1)).map(l -> folder + "/" + l + ".txt");
    List<String> texts = files.flatMap(name -> read("/amends/honesty/" + name).lines()).toList();
    nothingIsPassedOver("honesty", Locale.forLanguageTag(language), texts);
    nothingIsPassedOver("honesty", Locale.forLanguageTag(language), said("en"));
  }

  private static void nothingIsPassedOver(String folder, Locale locale, List<String> texts) {
    RuleBook book = RuleBook.of(folder, locale);
    for (String text : texts) {
      for (Sentences.Sentence sentence : Sentences.of(text, locale)) {
        BitSet possible = book.possible(sentence.plain());
        Reading read = book.reading(sentence.plain(), false);
        for (int n = 0; n < book.rules().size(); n++) {
          if (!possible.get(n)) {
            assertThat(book.rules().get(n).in(read))
                .as(book.rules().get(n).code + ": " + sentence.plain())
                .isEmpty();
          }
        }
      }
    }
  }

  @Test
  void piecesAreReadOffAPattern() {
    assertThat(Literals.of("\\bvery (?:soon|shortly)\\b")).containsExactly("very ");
    assertThat(Literals.of("we (?:will )?call(?:ed|ing)? you")).containsExactly("call");
    assertThat(Literals.of("(?<w>apologi[sz]e)s?|sorry"))
        .containsExactlyInAnyOrder("apologi", "sorry");
    assertThat(Literals.of("(?!not )in (?:\\w+ ){0,3}years?")).containsExactly("year");
    assertThat(Literals.of("é\\.?xy+ z")).containsExactly("xy");
    assertThat(Literals.of("[^.!]{0,30}|never")).isNull();
    assertThat(Literals.of("\\w+ed")).containsExactly("ed");
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

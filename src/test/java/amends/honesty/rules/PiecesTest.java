package amends.honesty.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not tried would have found nothing, and what is tried finds what the whole would. */
class PiecesTest {
  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "es"})
  void wordsOfListeningAreFoundByTheirWays(String language) {
    foundByTheirWays("listening", Locale.forLanguageTag(language), said(language));
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
  void honestWordsAreFoundByTheirWays(String language, String labels) {
    String folder = language.equals("en") ? "fresh" : language;
    Stream<String> files = Stream.of(labels.split(" ", -1)).map(l -> folder + "/" + l + ".txt");
    List<String> texts = files.flatMap(name -> read("/amends/honesty/" + name).lines()).toList();
    foundByTheirWays("honesty", Locale.forLanguageTag(language), texts);
  }

  private static void foundByTheirWays(String folder, Locale locale, List<String> texts) {
    RuleBook book = RuleBook.of(folder, locale);
    Map<Wording, Pattern> whole = new HashMap<>();
    book.rules().stream()
        .flatMap(rule -> Stream.of(rule.finds, rule.needs, rule.unless).flatMap(List::stream))
        .forEach(one -> whole.computeIfAbsent(one, PiecesTest::whole));
    for (String text : texts) {
      for (Sentences.Sentence sentence : Sentences.of(text, locale)) {
        Reading read = book.reading(sentence.plain(), false);
        for (Map.Entry<Wording, Pattern> one : whole.entrySet()) {
          Matcher found = read.first(one.getKey(), 0, sentence.plain().length());
          Matcher expected = one.getValue().matcher(sentence.plain());
          if (!place(found, found != null).equals(place(expected, expected.find()))) {
            fail(sentence.plain() + " is read otherwise by " + one.getKey().pattern());
          }
        }
      }
    }
  }

  private static String place(@Nullable Matcher matcher, boolean found) {
    return matcher == null || !found ? "" : matcher.start() + " to " + matcher.end();
  }

  private static Pattern whole(Wording words) {
    int letters = words.caseMinded() ? 0 : Pattern.CASE_INSENSITIVE;
    return Pattern.compile(
        words.pattern(), letters | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  @Test
  void aPatternIsTakenApartWhereItIsAChoice() {
    assertThat(Ways.of("\\b(?<w>very (?:soon|late)|(?:a|b[|c]) ?d|x)\\b(?!y|z)"))
        .containsExactly(
            "\\b(?<w>very (?:soon|late))\\b(?!y|z)",
            "\\b(?<w>(?:a|b[|c]) ?d)\\b(?!y|z)",
            "\\b(?<w>x)\\b(?!y|z)");
    assertThat(Ways.of("a|(?:b|(?:c|\\|))"))
        .containsExactly("a", "(?:b)", "(?:(?:c))", "(?:(?:\\|))");
    assertThat(Ways.of("x(?:a|b)")).containsExactly("x(?:a|b)");
    assertThat(Ways.of("(?:a|b)?")).containsExactly("(?:a|b)?");
    assertThat(Ways.of("(?=a|b)(?:a|b)")).containsExactly("(?=a|b)(?:a)", "(?=a|b)(?:b)");
  }

  @Test
  void piecesAreReadOffAPattern() {
    assertThat(Literals.of("\\bvery (?:soon|shortly)\\b"))
        .containsExactly(Set.of("very "), Set.of("soon", "shortly"));
    assertThat(Literals.of("we (?:will )?call(?:ed|ing)? you"))
        .containsExactly(Set.of("we "), Set.of("call"), Set.of(" you"));
    assertThat(Literals.of("(?<w>apologi[sz]e)s?|sorry"))
        .containsExactly(Set.of("apologi", "sorry"));
    assertThat(Literals.of("(?!not )in (?:\\w+ ){0,3}years?"))
        .containsExactly(Set.of("in "), Set.of("year"));
    assertThat(Literals.of("é\\.?xy+ z")).containsExactly(Set.of("xy"), Set.of(" z"));
    assertThat(Literals.of("[^.!]{0,30}|never")).isEmpty();
    assertThat(Literals.of("\\w+ed")).containsExactly(Set.of("ed"));
  }

  @Test
  void aRuleWithoutItsPiecesIsNotTried() {
    RuleBook book = RuleBook.of("listening", Locale.ENGLISH);
    Reading read = book.reading("We are glad, dear all.", false);
    assertThat(book.rules().stream().filter(rule -> rule.may(read)).count())
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

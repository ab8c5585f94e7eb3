package amends.honesty.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The second look, by the weights that the program ships. */
class WeightsTest {
  private static final RuleBook BOOK = RuleBook.of("honesty", Locale.ENGLISH);

  private static List<Mark> marks(String text) {
    return Mark.in(BOOK, Sentences.of(text, Locale.ENGLISH), s -> false);
  }

  private static List<Mark> byRules(String text) {
    return Sentences.of(text, Locale.ENGLISH).stream()
        .flatMap(s ->
            Mark.byRules(BOOK, s, BOOK.reading(s.plain(), false), kind -> true).values().stream())
        .toList();
  }

  @Test
  void letsGoWhatTheRestOfASentenceSpeaksAgainst() {
    String text =
        "Dealers will inspect the seatback recliner mechanisms and make adjustments, as needed,"
            + " free of charge.";
    assertThat(byRules(text)).extracting(Mark::kind).contains("unaccepted");
    assertThat(marks(text)).isEmpty();
  }

  @Test
  void leavesWhatATrustedRuleMarks() {
    assertThat(marks("I'll have him call you back."))
        .extracting(Mark::rule)
        .contains("behalf.have");
  }

  @Test
  void marksWhatNoRuleKnowsByTheWordsThatWeighMost() {
    String text = "For a tuner of his standing it's a quite untypical piece of work.";
    assertThat(byRules(text)).isEmpty();
    assertThat(marks(text))
        .singleElement()
        .satisfies(mark -> {
          assertThat(mark.rule()).isEqualTo("never_before.weighed");
          assertThat(text.substring(mark.start(), mark.end())).contains("untypical");
        });
  }

  @Test
  void marksWholeWordsOnly() {
    Weights weights = BOOK.weights();
    String text = "As ever 🙂 Hurry’s café — members İn town save £5 on our new range, don't wait";
    String plain = Sentences.of(text, Locale.ENGLISH).getFirst().plain();
    for (Weights.Kind kind : weights.kinds()) {
      Rule.Span span = weights.words(kind, plain);
      assertThat(plain.substring(span.start(), span.end()))
          .doesNotStartWith(" ")
          .doesNotEndWith(" ");
      assertThat(plain.substring(0, span.start())).matches("|.*\\W");
      assertThat(plain.substring(span.end())).matches("|[^\\p{L}'].*");
    }
  }

  @Test
  void inALongSentenceRulesAloneTell() {
    String long_ =
        "Dealers will inspect the mechanisms and make adjustments as needed, free of charge, and "
            + "the lamp is blue, ".repeat(12);
    assertThat(byRules(long_)).isNotEmpty();
    assertThat(marks(long_)).hasSameSizeAs(byRules(long_));
  }

  @Test
  void isSureOfNothingInASentenceLongerThanHardlyAnyThatItHasLearntFrom() {
    assertThat(
            marks(
                "For a tuner of his standing it's a quite untypical piece of work "
                    + "and the weather was fine on that day ".repeat(6)))
        .isEmpty();
  }

  @Test
  void isSureOfNothingThatIsDeniedOrTold() {
    assertThat(marks("I'm afraid I cannot guarantee that the lamp will arrive before the 12th."))
        .isEmpty();
    assertThat(marks("It is unfair to call this “a quite untypical piece of work”.")).isEmpty();
  }

  @Test
  void otherLanguagesHaveRulesOnly() {
    assertThat(RuleBook.of("honesty", Locale.GERMAN).weights()).isSameAs(Weights.NONE);
    assertThat(RuleBook.of("honesty", Locale.FRENCH).weights()).isSameAs(Weights.NONE);
  }
}

package amends.honesty.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.honesty.rules.Clauses.Clause;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By whom the parts of a sentence are. */
class ClausesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "us | We forgot to send your key.",
        "reader | Unfortunately you forgot to send the key.",
        "reader | Your husband left the door open.",
        "staff | The new girl pressed delete.",
        "staff | Housekeeping forgot the towels.",
        "staff | Sandra in accounts messed this up.",
        "other | Your key is at the desk.",
        "other staff | The parcel that the driver left is here.",
        "us reader | We opened late and you waited outside.",
        "reader us | You asked twice, but we said nothing.",
        "other reader | It rusted because you left it in the rain.",
        "reader us other | You told us in time, so we paid and the matter is closed.",
        "us reader | We would have called if you had left a number."
      })
  void eachPartHasItsSubject(String subjects, String sentence) {
    List<Clause> parts = RuleBook.of("honesty", Locale.ENGLISH).reading(sentence, false).clauses();
    assertThat(parts).extracting(Clause::subject).containsExactly(subjects.split(" ", -1));
  }

  @Test
  void thePartsAreTheWholeSentence() {
    String sentence = "As you know, the shop was shut; we told you (on Monday) and it stayed so.";
    List<Clause> parts = RuleBook.of("honesty", Locale.ENGLISH).reading(sentence, false).clauses();
    int end = 0;
    for (Clause part : parts) {
      assertThat(part.start()).isEqualTo(end);
      end = part.end();
    }
    assertThat(end).isEqualTo(sentence.length());
  }

  @Test
  void aSubjectThatNobodyToldOfIsAMistakeInTheRules() {
    assertThatThrownBy(() -> new Clauses().known("readr")).hasMessageContaining("readr");
  }
}

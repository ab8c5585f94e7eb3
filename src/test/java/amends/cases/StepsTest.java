package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Sorry and a word for what it meant are seen in the language that they were said in. */
class StepsTest extends Telling {
  @Autowired Steps steps;
  @Autowired CaseFiles files;

  private List<String> done(String words) {
    Case matter = ruthWrites("Kettle", "It came broken.");
    cases.reply(
        matter.id(),
        promising(words, "A new kettle", clock.instant().plus(Duration.ofHours(20))),
        world.priya);
    return steps
        .of(files.whole(matter.id()), customers.customer(matter.customerId()), "Priya")
        .stream()
        .filter(Steps.Step::done)
        .map(Steps.Step::code)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We are sorry. I understand that you needed it.",
        "Es tut uns sehr leid. Ich verstehe, wie ärgerlich das für Sie ist.",
        "Nous sommes désolés. Je comprends que cela a dû être pénible pour vous.",
        "Lo sentimos mucho. Entiendo lo frustrante que es para usted."
      })
  void aWordOfSorrowAndOneOfUnderstanding(String words) {
    assertThat(done(words)).contains("apologise", "empathise");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The new kettle has been sent.",
        "Der neue Kessel ist heute an Sie verschickt worden.",
        "La nouvelle bouilloire est partie ce matin pour vous."
      })
  void newsAloneIsNeither(String words) {
    assertThat(done(words)).doesNotContain("apologise", "empathise");
  }
}

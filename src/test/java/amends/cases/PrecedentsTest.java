package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.Precedents.Precedent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was done for others to whom it happened before. */
class PrecedentsTest extends Telling {
  @Autowired Precedents precedents;
  @Autowired CaseTexts texts;

  @Test
  void earlierCasesAreFoundWithHowTheyWereMadeRight() {
    Case first = ruthWrites("Kettle with a loose lid", "It came like that.");
    cases.settle(first.id(), settling(), world.priya);
    Case second = ruthWrites("The lid of the kettle is loose", "It came like that.");
    Case other = ruthWrites("Towels", "Too small.");
    while (texts.perform()) {
      // Until all words are indexed.
    }

    List<Precedent> found = precedents.of(second.id(), world.priya);
    assertThat(found).extracting(Precedent::id).contains(first.id()).doesNotContain(other.id());
    assertThat(found.getFirst().outcome()).isEqualTo("made_right");
    assertThat(found.getFirst().done()).isEqualTo("A new one was sent.");
    assertThat(found.getFirst().right()).isNull();
  }
}

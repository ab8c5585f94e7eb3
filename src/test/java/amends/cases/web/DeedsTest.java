package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was promised, by its words. */
class DeedsTest {
  @ParameterizedTest
  @CsvSource({
    "visit, The mechanic rings at your door",
    "visit, Sam comes with the new door",
    "visit, we bring nothing but come ourselves",
    "call, Tom rings you about the repair",
    "call, We call you about the new jug",
    "repair, your kettle is repaired",
    "answer, We answer your question about the bill",
    "answer, We let you know what the workshop says",
    "other, a new jug leaves our house",
    "other, recalled"
  })
  void isToldByTheFirstLineThatFits(String deed, String promise) {
    assertThat(Deeds.of(promise)).isEqualTo(deed);
  }

  @Test
  void isSomethingElseWhereSeveralDiffer() {
    assertThat(Deeds.of(List.of("We call you", "Tom rings you"))).isEqualTo("call");
    assertThat(Deeds.of(List.of("We call you", "Sam comes"))).isEqualTo("other");
    assertThat(Deeds.of(List.of())).isEqualTo("other");
  }
}

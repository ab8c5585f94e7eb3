package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.testing.FakeRelay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * P5: no form and no forged mail makes us write to a victim again and again, or in others' words.
 */
class P05MailBombTest {
  private static final int MOST = 5;
  private static final String WORDS = "CHEAP-PILLS-AT-BAD-EXAMPLE";

  private final House house = House.open();

  @Test
  void twoHundredFormsForOneVictimMakeAHandfulOfFixedLetters() {
    String victim = "victim-of-forms@customer.example";
    Visitor attacker = house.strangerFrom("127.0.5.5");
    Map<Integer, Integer> answers = new TreeMap<>();
    for (int i = 0; i < 200; i++) {
      List<String> fields = new ArrayList<>(attacker.get("/report").hidden());
      fields.addAll(List.of("name", WORDS + i % 20, "email", victim, "words", WORDS + i));
      answers.merge(attacker.post("/report", fields).status(), 1, Integer::sum);
    }
    house.settle();
    assertThat(answers).as("refused with a reason").containsKey(429);
    assertThat(house.caught(victim)).hasSizeBetween(1, MOST);
    assertThat(house.caught(victim))
        .allSatisfy(got -> {
          assertThat(got.text()).doesNotContain(WORDS);
          assertThat(Letters.words(got)).doesNotContain(WORDS);
        });
  }

  /** From many machines, to one mailbox under many names: no limit of one of them helps. */
  @Test
  void formsFromEverywhereUnderTagsOfOneMailboxMakeAHandfulToo() {
    for (int i = 0; i < 30; i++) {
      Visitor attacker = house.strangerFrom("127.0.6." + (i + 1));
      int answer =
          house.reports(attacker, WORDS, "victim-of-tags+" + i + "@customer.example", WORDS + i);
      assertThat(answer).isIn(200, 429);
    }
    house.settle();
    List<FakeRelay.Got> all =
        house.caught().stream().filter(got -> got.to().startsWith("victim-of-tags")).toList();
    assertThat(all).hasSizeBetween(1, MOST);
  }

  @Test
  void fortyForgedMailsMakeAHandfulOfLettersWithoutAWordOfTheirs() {
    String victim = "victim-of-mails@customer.example";
    for (int i = 0; i < 40; i++) {
      assertThat(
              house.mail(
                  victim,
                  "From: %s <%s>\r\nTo: %s\r\nSubject: %s %d\r\n"
                      .formatted(WORDS, victim, House.HELP, WORDS, i),
                  WORDS))
          .startsWith("250");
    }
    house.settle();
    assertThat(house.caught(victim)).hasSizeBetween(1, MOST);
    assertThat(house.caught(victim))
        .allSatisfy(got -> {
          assertThat(got.header("Subject")).doesNotContain(WORDS);
          assertThat(Letters.words(got)).doesNotContain(WORDS);
          assertThat(got.header("To")).doesNotContain(WORDS);
        });
    assertThat(house.caseOf(victim).at("/state").asString())
        .as("nothing is lost")
        .isEqualTo("open");
  }
}

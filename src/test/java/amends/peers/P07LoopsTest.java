package amends.peers;

import static org.assertj.core.api.Assertions.assertThat;

import amends.testing.FakeRelay.Got;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * P7, F24: two machines that answer each other stop, whatever their headers say. What the caps are
 * over hours and days stands in {@code LoopsTest}, where the clock can be set.
 */
class P07LoopsTest {
  private static final int AN_HOUR = 5;
  private static final int ROUNDS = 25;

  private final House house = House.open();
  private int number;

  private void answer(String bot, String to, String subject, String refers) {
    house.post(
        bot,
        to,
        "From: Bot <%s>\nTo: %s\nSubject: Re: %s\nMessage-ID: <loop-%d@robots.example>\nIn-Reply-To: %s\n\nWe have got your message, number %d.\n"
            .formatted(bot, to, subject, ++number, refers, number));
  }

  /** Answers each mail as it comes; returns how many came. */
  private int loop(String bot, Function<Got, String> where) {
    int answered = 0;
    for (int round = 0; round < ROUNDS; round++) {
      house.settle();
      List<Got> got = house.caught(bot);
      for (Got one : got.subList(answered, got.size())) {
        answer(bot, where.apply(one), one.header("Subject"), one.header("Message-ID"));
      }
      answered = got.size();
    }
    return answered;
  }

  @Test
  void aBotThatAnswersEachMailIsAcknowledgedOnceInOneCase() {
    String bot = "loop-reply@robots.example";
    answer(bot, House.HELP, "the order", "<0@robots.example>");
    assertThat(loop(bot, Letters::replyTo)).isEqualTo(1);
    assertThat(cases(bot)).isEqualTo(1);
  }

  @Test
  void aBotThatOpensAMatterEachTimeIsStoppedByTheCapAndThatIsShown() {
    String bot = "loop-new@robots.example";
    answer(bot, House.HELP, "the order", "<0@robots.example>");
    for (int i = 0; i < ROUNDS; i++) {
      answer(bot, House.HELP, "the order " + i, "<0@robots.example>");
    }
    assertThat(loop(bot, got -> House.HELP)).isBetween(1, AN_HOUR);
    long stopped =
        house.count(
            "select max(about_id) from message where not_sent = 'messages.not-sent.hour' and address = '"
                + bot
                + "'");
    assertThat(house.administrator.get("/cases/" + stopped).text())
        .as("the case says that nothing more was sent, and why")
        .containsPattern("(?i)(not sent|too many|enough|hour)");
    assertThat(house.api.get("/api/v1/cases/" + stopped + "/messages").text())
        .contains("\"not_sent\":true");
  }

  /** The form is a door too: the letter that asks to confirm goes to a machine that answers. */
  @Test
  void aBotWhoseAddressWasPutIntoTheFormIsWrittenToOnce() {
    String bot = "loop-form@robots.example";
    assertThat(house.reports(house.strangerFrom("127.0.7.7"), "Bot", bot, "It broke"))
        .isEqualTo(200);
    int got = loop(bot, Letters::replyTo);
    assertThat(got).isBetween(1, 2);
    assertThat(cases(bot)).isEqualTo(1);
  }

  /** Our own mail that comes back as it is, by whatever way, is none. */
  @Test
  void ourOwnMailThatComesBackOpensNothing() {
    house.writes("mirror", "My jug", "It broke.");
    Got letter = house.caught("mirror@customer.example").getFirst();
    long before = house.count("select count(*) from amends_case");
    // What other tests have set going arrives before it is counted.
    house.settle();
    int caught = house.caught().size();
    for (String to : List.of(House.HELP, Letters.replyTo(letter))) {
      assertThat(house.post("mirror@customer.example", to, letter.raw())).startsWith("250");
    }
    house.settle();
    assertThat(house.count("select count(*) from amends_case")).isEqualTo(before);
    assertThat(house.caught()).hasSize(caught);
  }

  private long cases(String bot) {
    return house.count(
        "select count(distinct about_id) from message where direction = 'in' and address = '"
            + bot
            + "'");
  }
}

package amends.honesty;

import static org.assertj.core.api.Assertions.assertThat;

import amends.honesty.Listening.Heard;
import amends.honesty.Listening.Meant;
import amends.honesty.Listening.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListeningTest {
  private static Heard to(String text) {
    return Listening.to(text, Locale.ENGLISH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "My kettle burned my daughter's hand. | INJURY",
        "I cut my finger on the lid and needed stitches. | INJURY",
        "There is a smell of gas coming from the boiler. | DANGER",
        "The brakes failed on the motorway. | DANGER",
        "My mother is 84 and lives alone. | VULNERABILITY",
        "I will take you to the small claims court. | LEGAL",
        "I am a journalist and would like a comment. | PRESS",
        "I have 40,000 followers and am posting this today. | REACH",
        "This is unacceptable. | ANGER",
        "I need it by tomorrow, it is urgent. | URGENCY",
        "I have called you three times already. | REPEAT"
      })
  void hearsSignalsWithTheWordsThatShowThem(String text, Signal signal) {
    Heard heard = to(text);
    assertThat(heard.shows(signal)).isTrue();
    assertThat(heard.signals())
        .allSatisfy(shown ->
            assertThat(shown.words())
                .allSatisfy(
                    w -> assertThat(text.substring(w.start(), w.end())).isEqualTo(w.words())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Could you tell me your opening hours on Saturday?",
        "Thank you so much for the quick refund, you are wonderful.",
        "I'd like to change my address please.",
        "Is the blue one available in size 42?"
      })
  void aQuestionOrThanksIsNoComplaint(String text) {
    assertThat(to(text).complaint()).isFalse();
    assertThat(to(text).signals()).isEmpty();
  }

  @Test
  void hurtAndDangerAskForACall() {
    assertThat(to("The charger caught fire last night.").asksForACall()).isTrue();
    assertThat(to("Nobody was hurt, the cup was simply missing.").asksForACall()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The parcel arrived smashed. Please send a replacement. | damaged_on_arrival | replacement",
        "The engineer never turned up. Call me back. | missed_appointment | call",
        "You charged me twice and I want my money back. | billing_error | refund",
        "The app keeps crashing. Why was nobody told? | outage | explanation"
      })
  void suggestsWhatFailedAndWhatIsAskedFor(String text, String mode, String asked) {
    Heard heard = to(text);
    assertThat(heard.complaint()).isTrue();
    assertThat(heard.failureMode().map(Meant::code)).contains(mode);
    assertThat(heard.asks()).extracting(Meant::code).contains(asked);
  }

  /** What is read again is heard as it was, and a page that shows it does not listen anew. */
  @Test
  void aLetterIsHeardOnceAndTheSameEachTime() {
    HeardBefore before = new HeardBefore();
    List<String> listened = new ArrayList<>();
    Function<String, Heard> listen =
        text -> {
          listened.add(text);
          return to(text);
        };
    String hot = "The charger caught fire last night.";
    assertThat(before.of(hot, listen)).isEqualTo(to(hot));
    assertThat(before.of(hot, listen)).isEqualTo(to(hot));
    assertThat(before.of(hot + " ", listen)).isEqualTo(to(hot + " "));
    assertThat(listened).containsExactly(hot, hot + " ");
    String long4 = "It is broken. ".repeat(300) + hot;
    assertThat(Listening.again(long4)).isEqualTo(Listening.to(long4));
  }

  @Test
  void whatWasReadLongestAgoIsForgotten() {
    HeardBefore before = new HeardBefore();
    Heard nothing = to("Thank you.");
    before.of("the first", text -> nothing);
    for (int n = 0; n < 2_000; n++) {
      before.of("letter " + n, text -> nothing);
    }
    assertThat(before.size()).isEqualTo(2_000);
    List<String> listened = new ArrayList<>();
    before.of("letter 1999", text -> nothing);
    before.of(
        "the first",
        text -> {
          listened.add(text);
          return nothing;
        });
    assertThat(listened).containsExactly("the first");
  }
}

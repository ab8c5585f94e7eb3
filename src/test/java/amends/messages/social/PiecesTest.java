package amends.messages.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How a text is counted and parted. */
class PiecesTest {
  @Test
  void aCharacterIsWhatAReaderSeesAsOne() {
    assertThat(Graphemes.in("Zoë")).isEqualTo(3);
    assertThat(Graphemes.in("Zoe\u0308")).isEqualTo(3);
    assertThat(Graphemes.in("👨‍👩‍👧‍👦👍🏽🇫🇷")).isEqualTo(3);
  }

  @Test
  void whatFitsIsNotParted() {
    assertThat(Pieces.of(" One. ", 10, Graphemes::in)).containsExactly("One.");
  }

  @Test
  void itIsPartedBetweenParagraphsThenSentencesThenWords() {
    assertThat(Pieces.of("First part.\n\nSecond part.", 20, Graphemes::in))
        .containsExactly("First part. (1/2)", "Second part. (2/2)");
    assertThat(Pieces.of("One two three. Four five six.", 24, Graphemes::in))
        .containsExactly("One two three. (1/2)", "Four five six. (2/2)");
    assertThat(Pieces.of("one two three four", 16, Graphemes::in))
        .containsExactly("one two (1/2)", "three four (2/2)");
  }

  @Test
  void noPartIsLongerThanItMayBeAndNoWordIsLost() {
    String words = "Deine Kanne ist da. ".repeat(12).strip();
    List<String> pieces = Pieces.of(words, 90, Graphemes::in);
    assertThat(pieces).allMatch(p -> Graphemes.in(p) <= 90);
    assertThat(String.join(" ", pieces).replaceAll(" \\(\\d/\\d\\)", "")).isEqualTo(words);
  }

  @Test
  void aWordWithoutSpacesIsCutBetweenCharacters() {
    assertThat(Pieces.of("👍🏽".repeat(20), 16, Graphemes::in))
        .allMatch(p -> Graphemes.in(p) <= 16)
        .hasSize(2);
  }

  @Test
  void aLinkCountsAsMuchAsTheNetworkSays() {
    assertThat(Mastodon.counted("See https://fernhill.example/a/very/long/way/to/a/page"))
        .isEqualTo(4 + 23);
    assertThat(Mastodon.room("@ruth@social.example")).isEqualTo(500 - 6);
  }

  @Test
  void datesAndTimesMayBeSaidInPublicAndNumbersOfThingsNot() {
    assertThat(InPublic.names("On 12 May 2026 at 10:00, within 3 days, 2026-05-12, 15%, 9.30"))
        .isFalse();
    for (String named : List.of("case 1042", "117-433", "AB4471", "0113 222 4567", "SN-99-1")) {
      assertThat(InPublic.names("It is about " + named + " today")).as(named).isTrue();
    }
  }
}

package amends.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.shared.Texts.Voice;
import com.ibm.icu.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final Instant AT = Instant.parse("2026-05-12T16:00:00Z");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private final Voice t = Texts.strict().voice(Locale.UK, LONDON);

  @Test
  void tellsMomentsInTheZoneOfTheVoice() {
    assertThat(t.moment(AT)).isEqualTo("Tuesday 12 May, 17:00");
    assertThat(Texts.strict().voice(Locale.UK, ZoneId.of("Asia/Tokyo")).moment(AT))
        .isEqualTo("Wednesday 13 May, 01:00");
    assertThat(t.iso(AT)).isEqualTo("2026-05-12T17:00:00+01:00");
  }

  @Test
  void tellsAMomentAsShortAsItStaysClear() {
    assertThat(t.at(AT, AT)).isEqualTo("17:00");
    assertThat(t.at(AT, Instant.parse("2026-05-08T09:00:00Z"))).isEqualTo("Tue 17:00");
    assertThat(t.at(AT, Instant.parse("2026-05-01T09:00:00Z"))).isEqualTo("12 May");
  }

  @Test
  void namesTheDaysAroundNow() {
    assertThat(t.dayFrom(AT, AT)).isEqualTo("Today");
    assertThat(t.dayFrom(AT, Instant.parse("2026-05-13T00:30:00Z"))).isEqualTo("Yesterday");
    assertThat(t.dayFrom(AT, Instant.parse("2026-05-20T00:30:00Z"))).isEqualTo("Tuesday 12 May");
  }

  @Test
  void tellsAnInstantAmongTheArgumentsAsAMoment() {
    assertThat(t.say("shared.clock.kept", AT)).isEqualTo("kept Tuesday 12 May, 17:00");
  }

  @Test
  void countsAsTheLanguageDoes() {
    assertThat(t.counted("shared.span.days", 1)).isEqualTo("1 day");
    assertThat(t.counted("shared.span.days", 2)).isEqualTo("2 days");
    assertThat(t.say("shared.form.refused", 1)).startsWith("One place needs");
    assertThat(t.say("shared.form.refused", 2)).startsWith("2 places need");
  }

  @Test
  void saysEnglishWhereAnotherLanguageIsSilent() {
    assertThat(Texts.strict().voice(Locale.GERMANY, LONDON).say("shared.close")).isEqualTo("Close");
  }

  @Test
  void refusesAnUnknownKeyInTestsAndShowsItToPeople() {
    assertThatThrownBy(() -> t.say("shared.never.written")).hasMessageContaining("never.written");
    assertThat(Texts.load().voice(Locale.UK, LONDON).say("shared.never.written"))
        .isEqualTo("shared.never.written");
  }

  @Test
  void canBeSpokenByManyAtOnce() {
    assertThat(
            Stream.generate(() -> t.say("shared.form.refused", 2))
                .limit(2000)
                .parallel()
                .distinct())
        .hasSize(1);
  }

  @Test
  void writesEverySentenceWithoutExclamationMarksAndStraightQuotes() {
    Pattern loud = Pattern.compile("!|[^{]'|\"|\\boops\\b");
    assertThat(Texts.strict().keys()).filteredOn(key -> loud.matcher(t.raw(key)).find()).isEmpty();
  }

  /** Most patterns only put words into places, and need no format: it would say the same. */
  @Test
  void saysWhatAMessageFormatWouldSay() {
    Object[] words = {"O’Neill", "it's {1}", "", "1,000", "<b>", "six"};
    Object[] numbers = {48_216, "it's", 1L, 2.5, AT, "six"};
    int phrases = 0;
    for (String key : Texts.strict().keys()) {
      String pattern = t.raw(key);
      if (Phrase.of(pattern) != null) {
        MessageFormat format = new MessageFormat(pattern, Locale.UK);
        assertThat(t.say(key, words)).as(key).isEqualTo(format.format(words));
        Object[] told = numbers.clone();
        told[4] = t.moment(AT);
        assertThat(t.say(key, numbers)).as(key).isEqualTo(format.format(told));
        assertThat(t.say(key)).as(key).isEqualTo(format.format(new Object[0]));
        phrases += pattern.contains("{") ? 1 : 0;
      }
    }
    assertThat(phrases).isGreaterThan(1_000);
    assertThat(Phrase.of("{0, plural, one {a} other {b}}")).isNull();
    assertThat(Phrase.of("it''s {0}")).isNull();
  }
}
